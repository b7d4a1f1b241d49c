package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to the DSL says for every field that the language has how to write it. */
class GuideFieldsTest {
    private static final Path GUIDE = Path.of("../docs/dsl-fields.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+) \\|$");

    static Set<Kind> kinds() {
        return EnumSet.complementOf(EnumSet.of(Kind.UNKNOWN_STATE, Kind.NESTED_RULE));
    }

    @Test
    void a_rule_inside_another_has_the_fields_of_a_rule_without_those_that_the_guide_says() throws IOException {
        Set<String> without = names(Kind.CHOICE_RULE);
        without.removeAll(names(Kind.NESTED_RULE));

        assertThat(names(Kind.CHOICE_RULE)).containsAll(names(Kind.NESTED_RULE));
        assertThat(Files.readString(GUIDE))
                .contains("## Fields of " + Kind.NESTED_RULE.noun() + "\n\nThose of a choice rule without "
                        + without.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ", "", ".\n")));
    }

    private static Set<String> names(Kind kind) {
        return Fields.of(kind).stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_guide_names_each_field_and_its_call(Kind kind) throws IOException {
        String guide = Files.readString(GUIDE);
        String heading = "## Fields of " + kind.noun() + "\n";
        assertThat(guide).contains(heading);
        String section = guide.substring(guide.indexOf(heading) + heading.length());
        int end = section.indexOf("\n## ");

        List<String> fields = ROW.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(fields).containsExactlyInAnyOrderElementsOf(names(kind));
    }
}
