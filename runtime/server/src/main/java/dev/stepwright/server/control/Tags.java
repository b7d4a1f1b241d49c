package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags by their keys, in the order in which they came. */
final class Tags {
    private static final int AT_MOST = 50;

    private Tags() {}

    /** Returns the tags of a new resource. */
    static Map<String, String> of(String arn, List<Tag> tags) {
        return more(arn, Map.of(), tags);
    }

    /**
     * Returns the tags of a resource with more of them.
     *
     * @throws ApiError {@code TooManyTags}
     */
    static Map<String, String> more(String arn, Map<String, String> tags, List<Tag> added) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        added.forEach(tag -> all.put(tag.key(), tag.value()));
        if (all.size() > AT_MOST) {
            throw ApiError.tooManyTags(
                    arn, "A resource has at most " + AT_MOST + " tags, these would be " + all.size());
        }
        return all;
    }

    static Map<String, String> fewer(Map<String, String> tags, List<String> keys) {
        Map<String, String> rest = new LinkedHashMap<>(tags);
        keys.forEach(rest::remove);
        return rest;
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
