package dev.stepwright.dsl.items;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A CSV file.
 *
 * @param <E> what a row is read as, by the names of its headers
 */
public final class CsvFormat<E> extends ItemFormat<E> {
    CsvFormat(Class<E> type, ObjectNode config) {
        super(type, config);
    }

    /** What stands between two cells. */
    public enum Delimiter {
        COMMA,
        PIPE,
        SEMICOLON,
        SPACE,
        TAB
    }

    /** Gives the headers, in the order of the columns, each once; then the first row is an item, too. */
    public CsvFormat<E> headers(String... names) {
        return new CsvFormat<>(
                type(), new CsvFormat<>(type(), with("CSVHeaderLocation", "GIVEN")).with("CSVHeaders", List.of(names)));
    }

    /** Sets what stands between two cells; without it, a comma. */
    public CsvFormat<E> delimiter(Delimiter delimiter) {
        return new CsvFormat<>(type(), with("CSVDelimiter", delimiter.name()));
    }
}
