package dev.stepwright.source;

import java.util.List;
import java.util.Optional;

/** Lays out an expression: on one line if it fits, else a line for each call of a chain, or for each argument. */
final class Layout {
    static final int WIDTH = 120;
    private static final String INDENT = "        ";
    /** A chain of more calls than these is never on one line. */
    private static final int SHORT_CHAIN = 2;

    private final StringBuilder out = new StringBuilder();
    private int column;

    private Layout(int column) {
        this.column = column;
    }

    /**
     * Returns an expression over one line or several.
     *
     * @param indent the white space at the beginning of the line on which it starts
     * @param column where on that line it starts
     * @param tail how many characters follow it on its last line
     */
    static String of(Code code, String indent, int column, int tail) {
        Layout layout = new Layout(column);
        layout.write(code, indent, tail);
        return layout.out.toString();
    }

    private void write(Code code, String indent, int tail) {
        Optional<String> flat = code.flat();
        if (flat.isPresent() && column + flat.get().length() + tail <= WIDTH && !isLong(code)) {
            append(flat.get());
        } else if (code instanceof Code.Chain chain) {
            write(chain.head(), indent, 0);
            for (Code.Call call : chain.calls()) {
                newLine(indent + INDENT);
                append(".");
                write(call, indent + INDENT, tail);
            }
        } else if (code instanceof Code.Call call) {
            append(call.name() + "(");
            arguments(call.arguments(), indent, tail + 1);
            append(")");
        } else if (code instanceof Code.Block block) {
            block(block.lines(), indent + INDENT);
        } else {
            append(((Code.Word) code).text());
        }
    }

    private static boolean isLong(Code code) {
        if (code instanceof Code.Chain chain) {
            return chain.calls().size() > SHORT_CHAIN
                    || chain.calls().stream().anyMatch(Layout::isLong)
                    || isLong(chain.head());
        }
        return code instanceof Code.Call call && call.arguments().stream().anyMatch(Layout::isLong);
    }

    /** The last argument may go over several lines if those before it fit on the first one; so may a block among short ones. */
    private void arguments(List<Code> arguments, String indent, int tail) {
        int open = 0;
        int tall = -1;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).flat().isEmpty() || isLong(arguments.get(i))) {
                open++;
                tall = i;
            }
        }
        boolean last =
                arguments.size() == 1 || tall == arguments.size() - 1 || open == 1 && isBlock(arguments.get(tall));
        if (open <= 1 && last && headFits(arguments.subList(0, Math.max(0, tall)), tail)) {
            for (int i = 0; i < arguments.size(); i++) {
                append(i == 0 ? "" : ", ");
                write(arguments.get(i), indent, i == arguments.size() - 1 ? tail : 1);
            }
        } else {
            for (int i = 0; i < arguments.size(); i++) {
                newLine(indent + INDENT);
                write(arguments.get(i), indent + INDENT, 1);
                append(i == arguments.size() - 1 ? "" : ",");
            }
        }
    }

    private static boolean isBlock(Code code) {
        return code instanceof Code.Block
                || code instanceof Code.Call call
                        && !call.arguments().isEmpty()
                        && isBlock(call.arguments().get(0));
    }

    private boolean headFits(List<Code> head, int tail) {
        int length = column + tail;
        for (Code argument : head) {
            length += argument.flat().map(text -> text.length() + 2).orElse(WIDTH);
        }
        return length <= WIDTH;
    }

    private void block(List<String> lines, String indent) {
        append("\"\"\"");
        for (String line : lines) {
            newLine(line.isEmpty() ? "" : indent);
            append(line);
        }
        append("\"\"\"");
    }

    private void append(String text) {
        out.append(text);
        column += text.length();
    }

    private void newLine(String indent) {
        out.append('\n').append(indent);
        column = indent.length();
    }
}
