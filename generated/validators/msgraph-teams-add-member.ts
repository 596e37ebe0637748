/* Written by `npm run generate`; do not edit. */
// @ts-nocheck
import { type EffectiveSchema } from '../../integration/manifest/effective-schema.js';

export const schema: EffectiveSchema = {
  "type": "object",
  "properties": {
    "chat_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "the ID of one chat, such as 19:…@thread.v2, without \"/\" and control characters"
    },
    "user_id": {
      "minItems": 1,
      "type": "array",
      "description": "one object ID or user principal name or a list of them, each without \"/\" and control characters",
      "items": {
        "type": "string",
        "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$",
        "maxLength": 1024
      }
    },
    "share_history": {
      "type": "boolean"
    },
    "chat": {
      "pattern": "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "description": "the ID of a chat, the name of a group chat, or a person"
    },
    "history_start": {
      "minLength": 1,
      "type": "string",
      "description": "a time with its zone, such as 2026-03-02T08:00:00Z, or \"now\", \"in 2 hours\", \"3 days ago\""
    },
    "reason": {
      "maxLength": 1000,
      "type": "string",
      "description": "text of at most 1000 characters"
    },
    "dry_run": {
      "type": "boolean"
    }
  },
  "required": [
    "user_id"
  ],
  "additionalProperties": false
};

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate20;
var stdin_default = validate20;
var func1 = require_ucs2length().default;
var pattern4 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern5 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern6 = new RegExp("^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.user_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "user_id" }, message: "must have required property 'user_id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "chat_id" || key0 === "user_id" || key0 === "share_history" || key0 === "chat" || key0 === "history_start" || key0 === "reason" || key0 === "dry_run")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.chat_id !== void 0) {
      let data0 = data.chat_id;
      if (typeof data0 === "string") {
        if (func1(data0) > 1024) {
          const err2 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err3 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.user_id !== void 0) {
      let data1 = data.user_id;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err5 = { instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (func1(data2) > 1024) {
              const err6 = { instancePath: instancePath + "/user_id/" + i0, schemaPath: "#/properties/user_id/items/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (!pattern5.test(data2)) {
              const err7 = { instancePath: instancePath + "/user_id/" + i0, schemaPath: "#/properties/user_id/items/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/user_id/" + i0, schemaPath: "#/properties/user_id/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.share_history !== void 0) {
      if (typeof data.share_history !== "boolean") {
        const err10 = { instancePath: instancePath + "/share_history", schemaPath: "#/properties/share_history/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.chat !== void 0) {
      let data4 = data.chat;
      if (typeof data4 === "string") {
        if (func1(data4) > 1024) {
          const err11 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (!pattern6.test(data4)) {
          const err12 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.history_start !== void 0) {
      let data5 = data.history_start;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err14 = { instancePath: instancePath + "/history_start", schemaPath: "#/properties/history_start/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/history_start", schemaPath: "#/properties/history_start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data6 = data.reason;
      if (typeof data6 === "string") {
        if (func1(data6) > 1e3) {
          const err16 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.dry_run !== void 0) {
      if (typeof data.dry_run !== "boolean") {
        const err18 = { instancePath: instancePath + "/dry_run", schemaPath: "#/properties/dry_run/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
