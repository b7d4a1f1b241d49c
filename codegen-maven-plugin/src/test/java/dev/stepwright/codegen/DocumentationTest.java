package dev.stepwright.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The manual says what the plugin does: its parameters as the descriptor has them, and every rule. */
class DocumentationTest {
    private static final Path MANUAL = Path.of("../docs/maven-plugin.md");
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Pattern RULE = Pattern.compile("ASL-(SCH|GEN)-\\d{3}");

    @Test
    void every_parameter_is_documented_with_its_property_and_the_goals_that_have_it() throws Exception {
        String manual = Files.readString(MANUAL);
        List<String> missing = new ArrayList<>();
        for (Element goal : elements(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getElementsByTagName("mojo"))) {
            String name = text(goal, "goal");
            for (Element parameter : elements(goal.getElementsByTagName("parameter"))) {
                String row = "\\| `" + text(parameter, "name") + "` \\| `asl\\." + text(parameter, "name")
                        + "` \\| `[^|]+` \\| (all|[^|]*\\b" + name + "\\b[^|]*) \\|";
                boolean isOurs = text(parameter, "editable").equals("true") && !name.equals("help");
                if (isOurs && !Pattern.compile(row).matcher(manual).find()) {
                    missing.add(name + "." + text(parameter, "name"));
                }
                if (isOurs) {
                    assertThat(text(parameter, "description")).as(row).isNotBlank();
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_rule_is_documented_and_no_other() throws IOException {
        Set<String> inCode = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                inCode.addAll(rules(file));
            }
        }

        assertThat(rules(MANUAL)).isEqualTo(inCode).hasSizeGreaterThan(5);
    }

    private static Set<String> rules(Path file) throws IOException {
        return RULE.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element element, String child) {
        return element.getElementsByTagName(child).item(0).getTextContent().strip();
    }
}
