package dev.stepwright.server.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns that are as wide as their widest cell; the last is as it is. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> lines = new ArrayList<>();

    TextTable add(String... cells) {
        lines.add(cells);
        return this;
    }

    String text() {
        int[] widths =
                new int[lines.stream().mapToInt(cells -> cells.length).max().orElse(0)];
        for (String[] cells : lines) {
            for (int i = 0; i < cells.length; i++) {
                widths[i] = Math.max(widths[i], cells[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] cells : lines) {
            for (int i = 0; i < cells.length - 1; i++) {
                text.append(cells[i])
                        .append(" ".repeat(widths[i] - cells[i].length()))
                        .append(GAP);
            }
            text.append(cells[cells.length - 1]).append('\n');
        }
        return text.toString();
    }
}
