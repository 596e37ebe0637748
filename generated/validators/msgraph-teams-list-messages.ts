/* Written by `npm run generate`; do not edit. */
// @ts-nocheck
import { type EffectiveSchema } from '../../integration/manifest/effective-schema.js';

export const schema: EffectiveSchema = {
  "type": "object",
  "properties": {
    "user_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "one object ID or user principal name, without \"/\" and control characters"
    },
    "chat_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "the ID of one chat, such as 19:…@thread.v2, without \"/\" and control characters"
    },
    "limit": {
      "type": "integer",
      "minimum": 1,
      "maximum": 10000
    },
    "chat": {
      "pattern": "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "description": "the ID of a chat, the name of a group chat, or a person"
    },
    "since": {
      "minLength": 1,
      "type": "string",
      "description": "a time with its zone, such as 2026-03-02T08:00:00Z, or \"now\", \"in 2 hours\", \"3 days ago\""
    },
    "until": {
      "minLength": 1,
      "type": "string",
      "description": "a time with its zone, such as 2026-03-02T08:00:00Z, or \"now\", \"in 2 hours\", \"3 days ago\""
    },
    "order_by": {
      "type": "string",
      "enum": [
        "createdDateTime",
        "lastModifiedDateTime"
      ]
    },
    "include_system_events": {
      "type": "boolean"
    },
    "include_deleted": {
      "type": "boolean"
    },
    "page_size": {
      "type": "integer",
      "minimum": 1,
      "maximum": 50
    },
    "all_results": {
      "type": "boolean"
    },
    "next_page": {
      "pattern": "^https?://",
      "type": "string",
      "format": "graph-link",
      "description": "the NextPage value of an earlier run of this command"
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
var schema31 = { "type": "object", "properties": { "user_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'one object ID or user principal name, without "/" and control characters' }, "chat_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'the ID of one chat, such as 19:\u2026@thread.v2, without "/" and control characters' }, "limit": { "type": "integer", "minimum": 1, "maximum": 1e4 }, "chat": { "pattern": "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "description": "the ID of a chat, the name of a group chat, or a person" }, "since": { "minLength": 1, "type": "string", "description": 'a time with its zone, such as 2026-03-02T08:00:00Z, or "now", "in 2 hours", "3 days ago"' }, "until": { "minLength": 1, "type": "string", "description": 'a time with its zone, such as 2026-03-02T08:00:00Z, or "now", "in 2 hours", "3 days ago"' }, "order_by": { "type": "string", "enum": ["createdDateTime", "lastModifiedDateTime"] }, "include_system_events": { "type": "boolean" }, "include_deleted": { "type": "boolean" }, "page_size": { "type": "integer", "minimum": 1, "maximum": 50 }, "all_results": { "type": "boolean" }, "next_page": { "pattern": "^https?://", "type": "string", "format": "graph-link", "description": "the NextPage value of an earlier run of this command" } }, "required": [], "additionalProperties": false };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern5 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern6 = new RegExp("^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern7 = new RegExp("^https?://", "u");
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
    if (data.user_id !== void 0) {
      let data0 = data.user_id;
      if (typeof data0 === "string") {
        if (func2(data0) > 1024) {
          const err1 = { instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err2 = { instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.chat_id !== void 0) {
      let data1 = data.chat_id;
      if (typeof data1 === "string") {
        if (func2(data1) > 1024) {
          const err4 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern5.test(data1)) {
          const err5 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/chat_id", schemaPath: "#/properties/chat_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.limit !== void 0) {
      let data2 = data.limit;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e4 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err9 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.chat !== void 0) {
      let data3 = data.chat;
      if (typeof data3 === "string") {
        if (func2(data3) > 1024) {
          const err10 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern6.test(data3)) {
          const err11 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/chat", schemaPath: "#/properties/chat/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.since !== void 0) {
      let data4 = data.since;
      if (typeof data4 === "string") {
        if (func2(data4) < 1) {
          const err13 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data5 = data.until;
      if (typeof data5 === "string") {
        if (func2(data5) < 1) {
          const err15 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.order_by !== void 0) {
      let data6 = data.order_by;
      if (typeof data6 !== "string") {
        const err17 = { instancePath: instancePath + "/order_by", schemaPath: "#/properties/order_by/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (!(data6 === "createdDateTime" || data6 === "lastModifiedDateTime")) {
        const err18 = { instancePath: instancePath + "/order_by", schemaPath: "#/properties/order_by/enum", keyword: "enum", params: { allowedValues: schema31.properties.order_by.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.include_system_events !== void 0) {
      if (typeof data.include_system_events !== "boolean") {
        const err19 = { instancePath: instancePath + "/include_system_events", schemaPath: "#/properties/include_system_events/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.include_deleted !== void 0) {
      if (typeof data.include_deleted !== "boolean") {
        const err20 = { instancePath: instancePath + "/include_deleted", schemaPath: "#/properties/include_deleted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.page_size !== void 0) {
      let data9 = data.page_size;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err21 = { instancePath: instancePath + "/page_size", schemaPath: "#/properties/page_size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 50 || isNaN(data9)) {
          const err22 = { instancePath: instancePath + "/page_size", schemaPath: "#/properties/page_size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err23 = { instancePath: instancePath + "/page_size", schemaPath: "#/properties/page_size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.all_results !== void 0) {
      if (typeof data.all_results !== "boolean") {
        const err24 = { instancePath: instancePath + "/all_results", schemaPath: "#/properties/all_results/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.next_page !== void 0) {
      let data11 = data.next_page;
      if (typeof data11 === "string") {
        if (!pattern7.test(data11)) {
          const err25 = { instancePath: instancePath + "/next_page", schemaPath: "#/properties/next_page/pattern", keyword: "pattern", params: { pattern: "^https?://" }, message: 'must match pattern "^https?://"' };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/next_page", schemaPath: "#/properties/next_page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
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
