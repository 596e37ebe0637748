/* Written by `npm run generate`; do not edit. */
// @ts-nocheck
import { type EffectiveSchema } from '../../integration/manifest/effective-schema.js';

export const schema: EffectiveSchema = {
  "type": "object",
  "properties": {
    "account_enabled": {
      "type": "boolean"
    },
    "display_name": {
      "pattern": "\\S",
      "maxLength": 256,
      "type": "string",
      "description": "text of at most 256 characters"
    },
    "on_premises_immutable_id": {
      "minLength": 1,
      "type": "string"
    },
    "mail_nickname": {
      "pattern": "^[!#-'*+./-9=?A-Z^-~-]+$",
      "maxLength": 64,
      "type": "string",
      "description": "at most 64 ASCII characters without blanks and @ ( ) \\ [ ] \" ; : < > ,"
    },
    "password": {
      "minLength": 1,
      "maxLength": 256,
      "type": "string",
      "description": "text of at most 256 characters"
    },
    "user_principal_name": {
      "pattern": "^[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,48}$",
      "type": "string",
      "format": "identifier",
      "description": "one name with one @, such as name@contoso.example"
    },
    "other_properties": {
      "minLength": 1,
      "maxLength": 100000,
      "type": "string",
      "format": "fields",
      "description": "name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object"
    },
    "force_change_password_next_sign_in": {
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
  "required": [
    "display_name",
    "mail_nickname",
    "password",
    "user_principal_name"
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
var schema31 = { "type": "object", "properties": { "account_enabled": { "type": "boolean" }, "display_name": { "pattern": "\\S", "maxLength": 256, "type": "string", "description": "text of at most 256 characters" }, "on_premises_immutable_id": { "minLength": 1, "type": "string" }, "mail_nickname": { "pattern": "^[!#-'*+./-9=?A-Z^-~-]+$", "maxLength": 64, "type": "string", "description": 'at most 64 ASCII characters without blanks and @ ( ) \\ [ ] " ; : < > ,' }, "password": { "minLength": 1, "maxLength": 256, "type": "string", "description": "text of at most 256 characters" }, "user_principal_name": { "pattern": "^[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,48}$", "type": "string", "format": "identifier", "description": "one name with one @, such as name@contoso.example" }, "other_properties": { "minLength": 1, "maxLength": 1e5, "type": "string", "format": "fields", "description": "name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object" }, "force_change_password_next_sign_in": { "type": "boolean" }, "reason": { "maxLength": 1e3, "type": "string", "description": "text of at most 1000 characters" }, "dry_run": { "type": "boolean" } }, "required": ["display_name", "mail_nickname", "password", "user_principal_name"], "additionalProperties": false };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("\\S", "u");
var pattern5 = new RegExp("^[!#-'*+./-9=?A-Z^-~-]+$", "u");
var pattern6 = new RegExp("^[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,48}$", "u");
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
    if (data.display_name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "display_name" }, message: "must have required property 'display_name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.mail_nickname === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mail_nickname" }, message: "must have required property 'mail_nickname'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.password === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.user_principal_name === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "user_principal_name" }, message: "must have required property 'user_principal_name'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.account_enabled !== void 0) {
      if (typeof data.account_enabled !== "boolean") {
        const err5 = { instancePath: instancePath + "/account_enabled", schemaPath: "#/properties/account_enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.display_name !== void 0) {
      let data1 = data.display_name;
      if (typeof data1 === "string") {
        if (func2(data1) > 256) {
          const err6 = { instancePath: instancePath + "/display_name", schemaPath: "#/properties/display_name/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!pattern4.test(data1)) {
          const err7 = { instancePath: instancePath + "/display_name", schemaPath: "#/properties/display_name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/display_name", schemaPath: "#/properties/display_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.on_premises_immutable_id !== void 0) {
      let data2 = data.on_premises_immutable_id;
      if (typeof data2 === "string") {
        if (func2(data2) < 1) {
          const err9 = { instancePath: instancePath + "/on_premises_immutable_id", schemaPath: "#/properties/on_premises_immutable_id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/on_premises_immutable_id", schemaPath: "#/properties/on_premises_immutable_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.mail_nickname !== void 0) {
      let data3 = data.mail_nickname;
      if (typeof data3 === "string") {
        if (func2(data3) > 64) {
          const err11 = { instancePath: instancePath + "/mail_nickname", schemaPath: "#/properties/mail_nickname/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (!pattern5.test(data3)) {
          const err12 = { instancePath: instancePath + "/mail_nickname", schemaPath: "#/properties/mail_nickname/pattern", keyword: "pattern", params: { pattern: "^[!#-'*+./-9=?A-Z^-~-]+$" }, message: `must match pattern "^[!#-'*+./-9=?A-Z^-~-]+$"` };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/mail_nickname", schemaPath: "#/properties/mail_nickname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data4 = data.password;
      if (typeof data4 === "string") {
        if (func2(data4) > 256) {
          const err14 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (func2(data4) < 1) {
          const err15 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.user_principal_name !== void 0) {
      let data5 = data.user_principal_name;
      if (typeof data5 === "string") {
        if (!pattern6.test(data5)) {
          const err17 = { instancePath: instancePath + "/user_principal_name", schemaPath: "#/properties/user_principal_name/pattern", keyword: "pattern", params: { pattern: "^[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,48}$" }, message: 'must match pattern "^[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@[^@\\s/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,48}$"' };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/user_principal_name", schemaPath: "#/properties/user_principal_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.other_properties !== void 0) {
      let data6 = data.other_properties;
      if (typeof data6 === "string") {
        if (func2(data6) > 1e5) {
          const err19 = { instancePath: instancePath + "/other_properties", schemaPath: "#/properties/other_properties/maxLength", keyword: "maxLength", params: { limit: 1e5 }, message: "must NOT have more than 100000 characters" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func2(data6) < 1) {
          const err20 = { instancePath: instancePath + "/other_properties", schemaPath: "#/properties/other_properties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/other_properties", schemaPath: "#/properties/other_properties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.force_change_password_next_sign_in !== void 0) {
      if (typeof data.force_change_password_next_sign_in !== "boolean") {
        const err22 = { instancePath: instancePath + "/force_change_password_next_sign_in", schemaPath: "#/properties/force_change_password_next_sign_in/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data8 = data.reason;
      if (typeof data8 === "string") {
        if (func2(data8) > 1e3) {
          const err23 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.dry_run !== void 0) {
      if (typeof data.dry_run !== "boolean") {
        const err25 = { instancePath: instancePath + "/dry_run", schemaPath: "#/properties/dry_run/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  } else {
    const err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
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
