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
    "team_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "one ID, without \"/\" and control characters"
    },
    "channel_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "one ID, without \"/\" and control characters"
    },
    "parent_message_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "one ID, without \"/\" and control characters"
    },
    "message_id": {
      "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
      "maxLength": 1024,
      "type": "string",
      "format": "identifier",
      "description": "one ID, without \"/\" and control characters"
    },
    "dlp_action": {
      "type": "string",
      "enum": [
        "NoAction",
        "BlockAccess",
        "BlockAccessExternal",
        "notifySender",
        "none"
      ]
    },
    "policy_tip_general_text": {
      "minLength": 1,
      "maxLength": 2000,
      "type": "string",
      "description": "text of at most 2000 characters"
    },
    "verdict_details": {
      "minLength": 1,
      "maxLength": 300,
      "type": "string",
      "description": "None, allowFalsePositiveOverride, allowOverrideWithoutJustification, allowOverrideWithJustification, or several with commas"
    },
    "payment_model": {
      "pattern": "^[ABab]$",
      "type": "string",
      "description": "A or B"
    },
    "compliance_url": {
      "pattern": "^https?://",
      "maxLength": 2000,
      "type": "string",
      "description": "a web address"
    },
    "matched_conditions": {
      "type": "array",
      "description": "a list of texts",
      "items": {
        "type": "string"
      }
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
    "message_id"
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
var schema31 = { "type": "object", "properties": { "chat_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'the ID of one chat, such as 19:\u2026@thread.v2, without "/" and control characters' }, "team_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'one ID, without "/" and control characters' }, "channel_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'one ID, without "/" and control characters' }, "parent_message_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'one ID, without "/" and control characters' }, "message_id": { "pattern": "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "maxLength": 1024, "type": "string", "format": "identifier", "description": 'one ID, without "/" and control characters' }, "dlp_action": { "type": "string", "enum": ["NoAction", "BlockAccess", "BlockAccessExternal", "notifySender", "none"] }, "policy_tip_general_text": { "minLength": 1, "maxLength": 2e3, "type": "string", "description": "text of at most 2000 characters" }, "verdict_details": { "minLength": 1, "maxLength": 300, "type": "string", "description": "None, allowFalsePositiveOverride, allowOverrideWithoutJustification, allowOverrideWithJustification, or several with commas" }, "payment_model": { "pattern": "^[ABab]$", "type": "string", "description": "A or B" }, "compliance_url": { "pattern": "^https?://", "maxLength": 2e3, "type": "string", "description": "a web address" }, "matched_conditions": { "type": "array", "description": "a list of texts", "items": { "type": "string" } }, "reason": { "maxLength": 1e3, "type": "string", "description": "text of at most 1000 characters" }, "dry_run": { "type": "boolean" } }, "required": ["message_id"], "additionalProperties": false };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$", "u");
var pattern9 = new RegExp("^[ABab]$", "u");
var pattern10 = new RegExp("^https?://", "u");
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
    if (data.message_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message_id" }, message: "must have required property 'message_id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
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
        if (func2(data0) > 1024) {
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
    if (data.team_id !== void 0) {
      let data1 = data.team_id;
      if (typeof data1 === "string") {
        if (func2(data1) > 1024) {
          const err5 = { instancePath: instancePath + "/team_id", schemaPath: "#/properties/team_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (!pattern4.test(data1)) {
          const err6 = { instancePath: instancePath + "/team_id", schemaPath: "#/properties/team_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/team_id", schemaPath: "#/properties/team_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.channel_id !== void 0) {
      let data2 = data.channel_id;
      if (typeof data2 === "string") {
        if (func2(data2) > 1024) {
          const err8 = { instancePath: instancePath + "/channel_id", schemaPath: "#/properties/channel_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern4.test(data2)) {
          const err9 = { instancePath: instancePath + "/channel_id", schemaPath: "#/properties/channel_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/channel_id", schemaPath: "#/properties/channel_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.parent_message_id !== void 0) {
      let data3 = data.parent_message_id;
      if (typeof data3 === "string") {
        if (func2(data3) > 1024) {
          const err11 = { instancePath: instancePath + "/parent_message_id", schemaPath: "#/properties/parent_message_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (!pattern4.test(data3)) {
          const err12 = { instancePath: instancePath + "/parent_message_id", schemaPath: "#/properties/parent_message_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/parent_message_id", schemaPath: "#/properties/parent_message_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.message_id !== void 0) {
      let data4 = data.message_id;
      if (typeof data4 === "string") {
        if (func2(data4) > 1024) {
          const err14 = { instancePath: instancePath + "/message_id", schemaPath: "#/properties/message_id/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (!pattern4.test(data4)) {
          const err15 = { instancePath: instancePath + "/message_id", schemaPath: "#/properties/message_id/pattern", keyword: "pattern", params: { pattern: "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$" }, message: 'must match pattern "^(?!\\s*$)(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$"' };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/message_id", schemaPath: "#/properties/message_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.dlp_action !== void 0) {
      let data5 = data.dlp_action;
      if (typeof data5 !== "string") {
        const err17 = { instancePath: instancePath + "/dlp_action", schemaPath: "#/properties/dlp_action/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (!(data5 === "NoAction" || data5 === "BlockAccess" || data5 === "BlockAccessExternal" || data5 === "notifySender" || data5 === "none")) {
        const err18 = { instancePath: instancePath + "/dlp_action", schemaPath: "#/properties/dlp_action/enum", keyword: "enum", params: { allowedValues: schema31.properties.dlp_action.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.policy_tip_general_text !== void 0) {
      let data6 = data.policy_tip_general_text;
      if (typeof data6 === "string") {
        if (func2(data6) > 2e3) {
          const err19 = { instancePath: instancePath + "/policy_tip_general_text", schemaPath: "#/properties/policy_tip_general_text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func2(data6) < 1) {
          const err20 = { instancePath: instancePath + "/policy_tip_general_text", schemaPath: "#/properties/policy_tip_general_text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/policy_tip_general_text", schemaPath: "#/properties/policy_tip_general_text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.verdict_details !== void 0) {
      let data7 = data.verdict_details;
      if (typeof data7 === "string") {
        if (func2(data7) > 300) {
          const err22 = { instancePath: instancePath + "/verdict_details", schemaPath: "#/properties/verdict_details/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func2(data7) < 1) {
          const err23 = { instancePath: instancePath + "/verdict_details", schemaPath: "#/properties/verdict_details/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/verdict_details", schemaPath: "#/properties/verdict_details/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.payment_model !== void 0) {
      let data8 = data.payment_model;
      if (typeof data8 === "string") {
        if (!pattern9.test(data8)) {
          const err25 = { instancePath: instancePath + "/payment_model", schemaPath: "#/properties/payment_model/pattern", keyword: "pattern", params: { pattern: "^[ABab]$" }, message: 'must match pattern "^[ABab]$"' };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/payment_model", schemaPath: "#/properties/payment_model/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.compliance_url !== void 0) {
      let data9 = data.compliance_url;
      if (typeof data9 === "string") {
        if (func2(data9) > 2e3) {
          const err27 = { instancePath: instancePath + "/compliance_url", schemaPath: "#/properties/compliance_url/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (!pattern10.test(data9)) {
          const err28 = { instancePath: instancePath + "/compliance_url", schemaPath: "#/properties/compliance_url/pattern", keyword: "pattern", params: { pattern: "^https?://" }, message: 'must match pattern "^https?://"' };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/compliance_url", schemaPath: "#/properties/compliance_url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.matched_conditions !== void 0) {
      let data10 = data.matched_conditions;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data10[i0] !== "string") {
            const err30 = { instancePath: instancePath + "/matched_conditions/" + i0, schemaPath: "#/properties/matched_conditions/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/matched_conditions", schemaPath: "#/properties/matched_conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data12 = data.reason;
      if (typeof data12 === "string") {
        if (func2(data12) > 1e3) {
          const err32 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.dry_run !== void 0) {
      if (typeof data.dry_run !== "boolean") {
        const err34 = { instancePath: instancePath + "/dry_run", schemaPath: "#/properties/dry_run/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
  } else {
    const err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err35];
    } else {
      vErrors.push(err35);
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
