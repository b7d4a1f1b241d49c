package dev.stepwright.runtime.engine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item of a Map, as the context object shows it.
 *
 * @param key its name, if the items are the members of an object; else null
 */
record MapItem(int index, JsonNode value, @Nullable String key) {}
