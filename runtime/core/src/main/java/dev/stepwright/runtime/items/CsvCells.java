package dev.stepwright.runtime.items;

import java.util.ArrayList;
import java.util.List;

/** Takes a CSV text apart; one use each. A cell in quotes may hold delimiters, ends of lines, and quotes written twice. */
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
            char c = text.charAt(at);
            if (c == '"' && cell.isEmpty()) {
                at = quoted(at + 1);
            } else {
                plain(c, at++);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            endRow();
        }
        return rows;
    }

    private void plain(char c, int at) {
        if (c == delimiter) {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r' || at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            cell.append(c);
        }
    }

    /** Takes what is in quotes and returns the offset behind them. */
    private int quoted(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return at;
            }
        }
        return at;
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
