// Tells briefs from other YAML.
"use strict";

/**
 * Says whether a text is a brief: by the fields that no other format is known to have at its top.
 * @param {string} text
 */
function isBrief(text) {
  return /^(bottom_line|claims):/m.test(text);
}

/**
 * Says whether a text names its schema itself.
 * @param {string} text
 */
function namesSchema(text) {
  return /^#\s*yaml-language-server:\s*\$schema=/m.test(text);
}

module.exports = { isBrief, namesSchema };
