package dev.stepwright.codegen.shape;

import java.util.List;

/** What the places in a short list are called. */
final class Ordinals {
    static final List<String> WORDS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Ordinals() {}
}
