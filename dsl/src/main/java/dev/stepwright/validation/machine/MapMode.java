package dev.stepwright.validation.machine;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** How a Map state runs its items. */
public enum MapMode {
    INLINE,
    DISTRIBUTED,
    /** There is no item processor, or its mode is wrong or not known yet. */
    UNKNOWN;

    /** Returns the place of the mode of a Map state, whether it is given or not. */
    public static JsonPointer pointer(Part map) {
        return map.at(processor(map)).appendProperty("ProcessorConfig").appendProperty("Mode");
    }

    private static String processor(Part map) {
        return map.has("ItemProcessor") ? "ItemProcessor" : "Iterator";
    }

    public static MapMode of(Part map) {
        JsonNode processor = map.value(processor(map));
        JsonNode mode = processor.path("ProcessorConfig").path("Mode");
        if (processor.isObject() && mode.isMissingNode() || mode.asString("").equals("INLINE")) {
            return INLINE;
        }
        return mode.asString("").equals("DISTRIBUTED") ? DISTRIBUTED : UNKNOWN;
    }
}
