package dev.stepwright.runtime.items;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a CSV text is laid out.
 *
 * @param headers the names of the columns; null if the first row holds them
 */
public record CsvLayout(char delimiter, @Nullable List<String> headers) {
    /** Commas, and headers in the first row. */
    public static final CsvLayout DEFAULT = new CsvLayout(',', null);

    /** Returns the rows as objects of texts. A cell too few is an empty text, a cell too many is dropped. */
    List<JsonNode> rows(String text) {
        List<List<String>> rows = new CsvCells(text, delimiter).rows();
        List<String> names = headers == null ? rows.isEmpty() ? List.of() : rows.remove(0) : headers;
        if (new HashSet<>(names).size() < names.size()) {
            throw ItemFormat.failure("CSV headers cannot contain duplicates.");
        }
        List<JsonNode> items = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < names.size(); i++) {
                item.put(names.get(i), i < row.size() ? row.get(i) : "");
            }
            items.add(item);
        }
        return items;
    }
}
