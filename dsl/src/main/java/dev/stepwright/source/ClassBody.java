package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;

/** The members of a class, as they are written. */
final class ClassBody {
    static final String INDENT = "    ";
    private static final int WIDE_START = 60;

    private final String indent;
    private final StringBuilder out = new StringBuilder();

    /** @param indent the white space before a member */
    ClassBody(String indent) {
        this.indent = indent;
    }

    ClassBody line(String text) {
        out.append(text.isEmpty() ? "" : indent).append(text).append('\n');
        return this;
    }

    void constant(String type, String name, Code value) {
        String start = "private static final " + type + " " + name + " =";
        String oneLine = indent + start + " " + value.flat().orElse("") + ";";
        if (value.flat().isPresent() && oneLine.length() <= Layout.WIDTH) {
            out.append(oneLine).append('\n');
        } else {
            String inner = indent + INDENT + INDENT;
            line(start);
            out.append(inner).append(Layout.of(value, inner, inner.length(), 1)).append(";\n");
        }
    }

    void record(Records.Declaration record) {
        List<String> components = new ArrayList<>();
        record.components()
                .forEach((field, component) -> components.add(
                        (field.equals(component.name()) ? "" : "@JsonProperty(" + Literals.quote(field) + ") ")
                                + component.type() + " " + component.name()));
        String start = "public record " + record.name() + "(";
        String oneLine = start + String.join(", ", components) + ") {}";
        String inner = "\n" + indent + INDENT + INDENT;
        line("/** " + record.description() + " */");
        line(
                indent.length() + oneLine.length() <= Layout.WIDTH
                        ? oneLine
                        : start + inner + String.join("," + inner, components) + ") {}");
        line("");
    }

    /** Writes a method that returns a value made of some variables. */
    void method(String head, List<ClassParts.Local> variables, Code value) {
        line(head + "() {");
        for (ClassParts.Local local : variables) {
            statement(
                    local.part().type() + " " + local.name() + " = ",
                    local.part().value());
        }
        statement("return ", value);
        line("}");
    }

    private void statement(String start, Code code) {
        String inner = indent + INDENT;
        boolean narrow = start.length() > WIDE_START;
        String broken = inner + INDENT + INDENT;
        out.append(inner)
                .append(narrow ? start.strip() + "\n" + broken : start)
                .append(
                        narrow
                                ? Layout.of(code, broken, broken.length(), 1)
                                : Layout.of(code, inner, inner.length() + start.length(), 1))
                .append(";\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
