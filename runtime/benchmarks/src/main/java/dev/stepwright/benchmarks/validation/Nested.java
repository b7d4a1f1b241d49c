package dev.stepwright.benchmarks.validation;

/** Definitions whose states stand in one another. */
final class Nested {
    private static final String LEAF =
            "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$\"},\"End\":true}}}";

    private Nested() {}

    static String parallels(int levels) {
        String inner = LEAF;
        for (int i = 0; i < levels; i++) {
            inner = """
                    {"StartAt":"N%1$d","States":{"N%1$d":{"Type":"Parallel","Branches":[%2$s],"ResultPath":"$.n%1$d","End":true}}}""".formatted(i, inner);
        }
        return inner;
    }

    /** A complete binary tree of Parallels with about as many states. */
    static String tree(int states) {
        return tree(states, "R");
    }

    private static String tree(int states, String name) {
        String state = states <= 1
                ? "{\"Type\":\"Pass\",\"End\":true}"
                : "{\"Type\":\"Parallel\",\"Branches\":[%s,%s],\"End\":true}"
                        .formatted(tree(states / 2, name + "0"), tree(states / 2, name + "1"));
        return "{\"StartAt\":\"%1$s\",\"States\":{\"%1$s\":%2$s}}".formatted(name, state);
    }

    static String maps(int levels) {
        String inner = LEAF;
        for (int i = 0; i < levels; i++) {
            inner = """
                    {"StartAt":"M%1$d","States":{
                    "M%1$d":{"Type":"Map","ItemsPath":"$.x","ItemProcessor":%2$s,"ResultPath":"$.x","Next":"C%1$d"},
                    "C%1$d":{"Type":"Choice","Choices":[{"Variable":"$.y","IsPresent":true,"Next":"M%1$d"}],"Default":"E%1$d"},
                    "E%1$d":{"Type":"Succeed"}}}""".formatted(i, inner);
        }
        return inner;
    }
}
