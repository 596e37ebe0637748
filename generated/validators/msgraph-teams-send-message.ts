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
    "body": {
      "type": "string"
    },
    "chat": {
      "pattern": "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "description": "the ID of a chat, the name of a group chat, or a person"
    },
    "content_type": {
      "type": "string",
      "enum": [
        "html",
        "text",
        "markdown"
      ]
    },
    "mentions": {
      "minItems": 1,
      "type": "array",
      "description": "one object ID or user principal name or a list of them, each without \"/\" and control characters",
      "items": {
        "type": "string",
        "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$",
        "maxLength": 1024
      }
    },
    "importance": {
      "type": "string",
      "enum": [
        "normal",
        "high",
        "urgent"
      ]
    },
    "subject": {
      "minLength": 1,
      "maxLength": 500,
      "type": "string",
      "description": "text of at most 500 characters"
    },
    "card": {
      "type": "object",
      "description": "a JSON object of type AdaptiveCard"
    },
    "allow_html": {
      "type": "boolean"
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
  "required": [],
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
var schema31 = { "type": "object", "properties": { "chat_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'the ID of one chat, such as 19:\u2026@thread.v2, without "/" and control characters' }, "body": { "type": "string" }, "chat": { "pattern": "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "description": "the ID of a chat, the name of a group chat, or a person" }, "content_type": { "type": "string", "enum": ["html", "text", "markdown"] }, "mentions": { "minItems": 1, "type": "array", "description": 'one object ID or user principal name or a list of them, each without "/" and control characters', "items": { "type": "string", "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024 } }, "importance": { "type": "string", "enum": ["normal", "high", "urgent"] }, "subject": { "minLength": 1, "maxLength": 500, "type": "string", "description": "text of at most 500 characters" }, "card": { "type": "object", "description": "a JSON object of type AdaptiveCard" }, "allow_html": { "type": "boolean" }, "reason": { "maxLength": 1e3, "type": "string", "description": "text of at most 1000 characters" }, "dry_run": { "type": "boolean" } }, "required": [], "additionalProperties": false };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern5 = new RegExp("^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern6 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
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
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.chat_id !== void 0) {
      let data0 = data.chat_id;
      if (typeof data0 === "string") {
        if (func2(data0) > 1024) {
          const err1 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err2 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      if (typeof data.body !== "string") {
        const err4 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.chat !== void 0) {
      let data2 = data.chat;
      if (typeof data2 === "string") {
        if (func2(data2) > 1024) {
          const err5 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (!pattern5.test(data2)) {
          const err6 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.content_type !== void 0) {
      let data3 = data.content_type;
      if (typeof data3 !== "string") {
        const err8 = { instancePath: instancePath + "/content_type", schemaPath: "#/properties/content_type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data3 === "html" || data3 === "text" || data3 === "markdown")) {
        const err9 = { instancePath: instancePath + "/content_type", schemaPath: "#/properties/content_type/enum", keyword: "enum", params: { allowedValues: schema31.properties.content_type.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.mentions !== void 0) {
      let data4 = data.mentions;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err10 = { instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (func2(data5) > 1024) {
              const err11 = { instancePath: instancePath + "/mentions/" + i0, schemaPath: "#/properties/mentions/items/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (!pattern6.test(data5)) {
              const err12 = { instancePath: instancePath + "/mentions/" + i0, schemaPath: "#/properties/mentions/items/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$"' };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/mentions/" + i0, schemaPath: "#/properties/mentions/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.importance !== void 0) {
      let data6 = data.importance;
      if (typeof data6 !== "string") {
        const err15 = { instancePath: instancePath + "/importance", schemaPath: "#/properties/importance/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data6 === "normal" || data6 === "high" || data6 === "urgent")) {
        const err16 = { instancePath: instancePath + "/importance", schemaPath: "#/properties/importance/enum", keyword: "enum", params: { allowedValues: schema31.properties.importance.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.subject !== void 0) {
      let data7 = data.subject;
      if (typeof data7 === "string") {
        if (func2(data7) > 500) {
          const err17 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func2(data7) < 1) {
          const err18 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.card !== void 0) {
      let data8 = data.card;
      if (!(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
        const err20 = { instancePath: instancePath + "/card", schemaPath: "#/properties/card/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.allow_html !== void 0) {
      if (typeof data.allow_html !== "boolean") {
        const err21 = { instancePath: instancePath + "/allow_html", schemaPath: "#/properties/allow_html/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data10 = data.reason;
      if (typeof data10 === "string") {
        if (func2(data10) > 1e3) {
          const err22 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.dry_run !== void 0) {
      if (typeof data.dry_run !== "boolean") {
        const err24 = { instancePath: instancePath + "/dry_run", schemaPath: "#/properties/dry_run/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
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
