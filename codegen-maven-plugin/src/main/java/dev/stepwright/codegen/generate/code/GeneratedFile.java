package dev.stepwright.codegen.generate.code;

/**
 * A file to be written.
 *
 * @param path its path from its root, with {@code /} between its parts
 */
public record GeneratedFile(Root root, String path, String text) {
    /** Where a file belongs in a build. */
    public enum Root {
        /** Java that is compiled into the project's classes. */
        SOURCES("sources"),
        /** Java that is compiled with the project's tests. */
        TEST_SOURCES("test-sources"),
        /** What lies among the project's classes as it is. */
        RESOURCES("resources");

        private final String content;

        Root(String content) {
            this.content = content;
        }

        /** Returns what such files are called in the name of a file about them. */
        public String content() {
            return content;
        }
    }
}
