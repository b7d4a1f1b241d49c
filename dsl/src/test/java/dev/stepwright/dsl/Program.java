package dev.stepwright.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program of the case list.
 *
 * @param number its place in the list
 * @param name what it is about
 * @param compiles whether it has to compile
 * @param words what the message has to hold if it does not
 * @param body the body of a method
 */
record Program(int number, String name, boolean compiles, List<String> words, String body) {
    private static final String COMPILES = "compiles: ";
    private static final String REFUSED = "refused: ";

    static List<Program> all() {
        try (InputStream file = Objects.requireNonNull(Program.class.getResourceAsStream("/dsl/programs.txt"))) {
            String[] texts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### ");
            List<Program> programs = new ArrayList<>();
            for (int i = 1; i < texts.length; i++) {
                programs.add(parse(i, texts[i]));
            }
            return programs;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Program parse(int number, String text) {
        int line = text.indexOf('\n');
        String title = text.substring(0, line);
        String rest = text.substring(line + 1).strip();
        if (title.startsWith(COMPILES)) {
            return new Program(number, title.substring(COMPILES.length()), true, List.of(), rest);
        }
        if (!title.startsWith(REFUSED) || !rest.startsWith(">")) {
            throw new IllegalStateException("not a case: " + text);
        }
        int body = rest.indexOf('\n');
        List<String> words = List.of(rest.substring(1, body).strip().split(", "));
        return new Program(number, title.substring(REFUSED.length()), false, words, rest.substring(body + 1));
    }

    /** Returns the name of the class that holds the program. */
    String className() {
        return "Program" + number;
    }

    @Override
    public String toString() {
        return name;
    }
}
