package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** How a Map state runs its items. */
enum MapMode {
    INLINE,
    DISTRIBUTED,
    /** There is no item processor, or its mode is wrong or not known yet. */
    UNKNOWN;

    static MapMode of(Part map) {
        JsonNode processor = map.value(map.has("ItemProcessor") ? "ItemProcessor" : "Iterator");
        JsonNode mode = processor.path("ProcessorConfig").path("Mode");
        if (processor.isObject() && mode.isMissingNode() || mode.asString("").equals("INLINE")) {
            return INLINE;
        }
        return mode.asString("").equals("DISTRIBUTED") ? DISTRIBUTED : UNKNOWN;
    }
}
