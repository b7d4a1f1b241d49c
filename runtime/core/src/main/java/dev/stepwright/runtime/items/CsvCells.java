package dev.stepwright.runtime.items;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a CSV text apart; one use each. A cell in quotes may hold delimiters and ends of lines. A quote written twice is one. A
 * backslash keeps a quote, a delimiter and a backslash as they are; any other is dropped.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/example-csv-parse-dist-map.html">AWS: How Step Functions parses input CSV files</a>
 */
final class CsvCells {
    private final String text;
    private final char delimiter;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    CsvCells(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    List<List<String>> rows() {
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '"' && cell.isEmpty() ? quoted(at + 1) : plain(at);
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            endRow();
        }
        return rows;
    }

    /** Takes what stands at an offset outside of quotes and returns the offset behind it. */
    private int plain(int at) {
        if (isEscape(at)) {
            return escaped(at);
        }
        char c = text.charAt(at);
        if (c == delimiter) {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\\' && (c != '\r' || at + 1 < text.length() && text.charAt(at + 1) != '\n')) {
            cell.append(c);
        }
        return at + 1;
    }

    /** Takes what is in quotes and returns the offset behind them. */
    private int quoted(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isEscape(at)) {
                at = escaped(at);
            } else if (c == '"') {
                return at + 1;
            } else {
                if (c != '\\') {
                    cell.append(c);
                }
                at++;
            }
        }
        return at;
    }

    private boolean isEscape(int at) {
        char c = text.charAt(at);
        if (c != '"' && c != '\\' || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next == '"' || c == '\\' && (next == '\\' || next == delimiter);
    }

    private int escaped(int at) {
        cell.append(text.charAt(at + 1));
        return at + 2;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
