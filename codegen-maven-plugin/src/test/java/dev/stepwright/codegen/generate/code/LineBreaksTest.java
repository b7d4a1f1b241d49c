package dev.stepwright.codegen.generate.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {
    private static String longer(String text) {
        return text.replace("$", "aRatherLongNameThatSomebodyHasGiven");
    }

    private static void isBroken(String line, String expected) {
        assertThat(LineBreaks.in(longer(line) + "\n")).isEqualTo(longer(expected));
    }

    @Test
    void a_line_that_fits_stays_as_it_is() {
        assertThat(LineBreaks.in("    return new Order(id, total);\n\n}\n"))
                .isEqualTo("    return new Order(id, total);\n\n}\n");
    }

    @Test
    void arguments_fill_the_lines_below_their_call() {
        isBroken("    return new Order($1, $2, Optional.of($3), $4);", """
                    return new Order(
                            $1, $2,
                            Optional.of($3), $4);
                """);
    }

    @Test
    void a_few_arguments_are_on_one_line_or_have_one_each() {
        isBroken("    .state(\"$\", $1.class, this::$2)", """
                    .state(
                            "$",
                            $1.class,
                            this::$2)
                """);
        isBroken("    return TaskHandlers.builder().andThen().state(\"$\", $.class, x);", """
                    return TaskHandlers.builder().andThen().state(
                            "$", $.class, x);
                """);
    }

    @Test
    void a_function_stands_below_its_field_if_its_parameters_have_no_room() {
        isBroken("    private volatile $1Work $2Work = (input, context) -> unsaid(\"$\", x);", """
                    private volatile $1Work $2Work =
                            (input, context) -> unsaid("$", x);
                """);
    }

    @Test
    void parameters_stand_one_below_the_other() {
        isBroken("    static <T> Order of(Expr<T, $> id, Expr<T, ? extends $> total, String note) {", """
                    static <T> Order of(
                            Expr<T, $> id,
                            Expr<T, ? extends $> total,
                            String note) {
                """);
    }

    @Test
    void a_condition_is_broken_before_its_signs() {
        isBroken("    $ = $ == null ? Optional.empty() : $.map(list -> Unmodifiable.list(list, \"a, b\"));", """
                    $ = $ == null
                            ? Optional.empty()
                            : $.map(list -> Unmodifiable.list(list, "a, b"));
                """);
    }

    @Test
    void a_single_argument_is_broken_within_if_it_has_to_be() {
        isBroken("    throw new IllegalArgumentException(\"$: $ (? + :) $\" + $ + \"x\");", """
                    throw new IllegalArgumentException(
                            "$: $ (? + :) $"
                                    + $
                                    + "x");
                """);
    }

    @Test
    void an_initializer_follows_its_field() {
        isBroken("    private Optional<Map<$, $>> $ =  Optional.empty();".replace("  O", " O"), """
                    private Optional<Map<$, $>>
                            $ =
                            Optional.empty();
                """);
    }

    @Test
    void a_call_stands_below_its_field_if_there_is_no_room_for_its_name() {
        isBroken("    private final FakeTask<$1, JsonNode> $ = new FakeTask<>(\"$\", \"on\");", """
                    private final FakeTask<$1, JsonNode> $ =
                            new FakeTask<>("$", "on");
                """);
    }

    @Test
    void parameters_that_were_broken_too_early_are_on_one_line_again() {
        assertThat(LineBreaks.joined("""
                    Receipt charge(Order order,
                            TaskContext context) throws Declined,
                            Late;
                    public void ship(
                            Order order) {
                """)).isEqualTo("""
                    Receipt charge(Order order, TaskContext context) throws Declined, Late;
                    public void ship(Order order) {
                """);
    }

    @Test
    void what_a_method_throws_fills_the_lines_below_its_parameters() {
        isBroken("    Receipt $1($ order, TaskContext context) throws $1, $2, $3, $4, $5;", """
                    Receipt $1($ order, TaskContext context)
                            throws $1, $2,
                                    $3, $4,
                                    $5;
                """);
    }

    @Test
    void a_component_stands_below_its_annotation() {
        isBroken("        @JsonProperty(\"$\") Optional<$> $,", """
                        @JsonProperty("$")
                                Optional<$> $,
                """);
    }

    @Test
    void each_of_several_annotations_has_a_line_if_they_have_no_room() {
        isBroken("        @JsonProperty(value = \"$\", required = true) @JsonSetter(nulls = Nulls.FAIL) int $,", """
                        @JsonProperty(value = "$", required = true)
                                @JsonSetter(nulls = Nulls.FAIL)
                                int $,
                """);
    }

    @Test
    void a_name_stands_below_its_type_if_both_have_no_room() {
        isBroken("    private final List<$1$2> $1$2s = new CopyOnWriteArrayList<>();", """
                    private final List<$1$2>
                            $1$2s =
                            new CopyOnWriteArrayList<>();
                """);
        isBroken("    public List<$1$2> $1$2s() {", """
                    public List<$1$2>
                            $1$2s() {
                """);
    }

    @Test
    void the_body_of_a_function_stands_below_it_if_its_call_is_broken() {
        isBroken(
                "    .state(\"$1, a\", $2$3.class, (input, context) -> {\n        $1(input);\n    })\n    .build();",
                """
                    .state(
                            "$1, a",
                            $2$3.class,
                            (input, context) -> {
                                $1(input);
                            })
                    .build();
                """);
    }

    @Test
    void the_words_of_javadoc_go_on_below() {
        isBroken("     * What $ orders, $ that is so long that $.", """
                     * What $ orders, $ that is so long that
                     * $.
                """);
    }

    @Test
    void a_tag_of_javadoc_stays_with_its_first_word() {
        isBroken("     * State \"$\", resource called {@code $:$:$}.", """
                     * State "$", resource called
                     * {@code $:$:$}.
                """);
    }

    @Test
    void what_has_no_place_to_break_stays_long() {
        isBroken("    \"$ $ $ $ $\";", "    \"$ $ $ $ $\";\n");
    }
}
