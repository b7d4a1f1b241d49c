package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.Filling.Filled;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.json.FileProblems;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Placeholders;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A state machine in a template, by its logical id. */
record MachineResource(Template template, String id) {
    private static final String SUBSTITUTIONS = "DefinitionSubstitutions";
    /** Those that may name a file: in SAM, and for {@code aws cloudformation package}. */
    private static final List<String> FILES = List.of("DefinitionUri", "DefinitionS3Location");

    /** Returns the name that the template gives it as plain text, else what the CDK calls it if nothing else there is called so, else its logical id. */
    String name() {
        return given().or(() -> construct().filter(template::isOneCalled)).orElse(id);
    }

    private Optional<String> given() {
        return Stream.of("StateMachineName", "Name")
                .map(field -> property(field).asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(PlacedDefinition::name);
    }

    /** Returns the name of its construct in the CDK, which has made the logical id of that and a hash: {@code Order} of {@code Shop/Order/Resource}. */
    private Optional<String> construct() {
        String path = template.document()
                .root()
                .at(template.resource(id))
                .path("Metadata")
                .path("aws:cdk:path")
                .asString("")
                .replaceFirst("/Resource$", "");
        return Optional.of(path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty())
                .map(PlacedDefinition::name);
    }

    /** Returns whether it is called so by the template or by the CDK. */
    boolean isCalled(String name) {
        return Stream.of(given(), construct()).flatMap(Optional::stream).anyMatch(name::equals);
    }

    private JsonNode property(String name) {
        return template.document().root().at(at(name));
    }

    private JsonPointer at(String property) {
        return template.values()
                .chosen(template.resource(id).appendProperty("Properties").appendProperty(property));
    }

    private boolean isExpress() {
        return Stream.of("StateMachineType", "Type")
                .anyMatch(field -> property(field).asString("").equals("EXPRESS"));
    }

    /** Where a definition is, and what it is, as it is written and with all that is known of it. */
    private record Source(Path home, AslDocument document, Filled filled) {}

    /** Adds the machine, or why its definition cannot be read. */
    void addTo(Found found) {
        Intrinsics intrinsics = new Intrinsics(template.document(), KnownValues.none());
        try {
            source(intrinsics, found).ifPresent(source -> found.machines().add(placed(source, intrinsics, found)));
        } catch (JsonSyntaxException e) {
            found.broken().add(new Broken(template.file(), e));
        }
    }

    private Optional<Source> source(Intrinsics intrinsics, Found found) {
        JsonNode definition = property("Definition");
        JsonPointer included = JsonPointer.compile("/Fn::Transform/Parameters/Location");
        if (definition.at(included).isString()) {
            return file(at("Definition").append(included), found);
        }
        if (definition.isObject() && !Intrinsics.isCall(definition)) {
            return Optional.of(inline(at("Definition"), intrinsics));
        }
        JsonNode text = property("DefinitionString");
        if (text.path("Fn::ToJsonString").isObject()) {
            return Optional.of(inline(at("DefinitionString").appendProperty("Fn::ToJsonString"), intrinsics));
        }
        if (text.isString() || text.has("Fn::Sub") || text.has("Fn::Join")) {
            JsonPointer at = at("DefinitionString");
            AslDocument document = inTemplate(BarePlaceholders.parse(intrinsics.text(at)));
            return Optional.of(new Source(home(), document, filling().ofText(at, document)));
        }
        Optional<String> file =
                FILES.stream().filter(name -> property(name).isString()).findFirst();
        return file.isPresent() ? file(at(file.get()), found) : elsewhere(found);
    }

    private Source inline(JsonPointer definition, Intrinsics intrinsics) {
        AslDocument document = inTemplate(InlineDefinition.of(definition, template.document(), intrinsics));
        return new Source(home(), document, filling().ofObject(definition, document));
    }

    private AslDocument inTemplate(JsonDocument definition) {
        return AslDocument.of(template.file().toString(), definition);
    }

    private Path home() {
        return PlacedDefinition.home(template.file(), name());
    }

    private Filling filling() {
        return Filling.of(template, substitutions());
    }

    private Substitutions substitutions() {
        return new Substitutions(template, at(SUBSTITUTIONS));
    }

    private Optional<Source> elsewhere(Found found) {
        JsonNode properties =
                template.document().root().at(template.resource(id)).path("Properties");
        Optional<String> place = Stream.of("DefinitionUri", "DefinitionS3Location", "DefinitionString", "Definition")
                .filter(properties::has)
                .findFirst();
        if (place.isEmpty()) {
            found.problems().add(problem(TemplateRule.NO_DEFINITION, template.resource(id), missing(properties)));
            return Optional.empty();
        }
        JsonPointer at = at(place.get());
        String key = properties.path(place.get()).path("Key").asString("");
        // The CDK puts what it will upload beside the template.
        Path asset = template.file().resolveSibling("asset." + key.replaceAll("[^A-Za-z0-9._-]", "-"));
        if (!key.isEmpty() && Files.isRegularFile(asset)) {
            return read(asset, at, found);
        }
        found.problems()
                .add(problem(
                        TemplateRule.ELSEWHERE,
                        at,
                        "the definition of %s is outside this template and is not checked; check its file"
                                .formatted(id)));
        return Optional.empty();
    }

    private String missing(JsonNode properties) {
        boolean isSam = template.document()
                .root()
                .at(template.resource(id))
                .path("Type")
                .asString("")
                .contains("Serverless");
        return "the state machine %s has no definition: its Properties need %s, found %s"
                .formatted(
                        id,
                        isSam ? "Definition or DefinitionUri" : "Definition, DefinitionString or DefinitionS3Location",
                        properties.isEmpty() ? "none" : String.join(", ", properties.propertyNames()));
    }

    private Optional<Source> file(JsonPointer at, Found found) {
        String path = template.document().root().at(at).stringValue();
        if (path.matches("[a-z0-9]+://.*")) {
            return elsewhere(found);
        }
        try {
            return read(template.file().resolveSibling(path), at, found);
        } catch (InvalidPathException e) {
            found.problems()
                    .add(problem(
                            TemplateRule.NO_DEFINITION, at, "\"" + path + "\" is not a file path: " + e.getReason()));
            return Optional.empty();
        }
    }

    private Optional<Source> read(Path path, JsonPointer at, Found found) {
        Path file = path.normalize();
        try {
            AslDocument document = AslDocument.read(file);
            return Optional.of(new Source(
                    file, document, Filling.ofFile(document, filling().words())));
        } catch (JsonSyntaxException e) {
            found.broken().add(new Broken(file, e));
        } catch (IOException e) {
            String message = "the definition of " + id + " is missing: " + FileProblems.unread(file, e)
                    + "; the path is relative to the template";
            found.problems()
                    .add(new TemplateProblem(
                            TemplateRule.NO_DEFINITION,
                            JsonPointer.empty(),
                            template.document().position(at),
                            message,
                            Optional.of(file)));
        }
        return Optional.empty();
    }

    private TemplateProblem problem(TemplateRule rule, JsonPointer at, String message) {
        return TemplateProblem.of(rule, template.document().position(at), message);
    }

    private PlacedDefinition placed(Source source, Intrinsics definition, Found found) {
        Substitutions substitutions = substitutions();
        Intrinsics others = new Intrinsics(template.document(), KnownValues.none());
        Map<String, String> machines = new HashMap<>(found.named());
        for (String name : substitutions.names()) {
            String value = others.text(at(SUBSTITUTIONS).appendProperty(name)).text();
            if (value.startsWith("arn:") && value.contains(":stateMachine:")) {
                machines.put(name, value);
            }
            Placeholders.name(value).map(found.named()::get).ifPresent(machine -> machines.put(name, machine));
        }
        List<TemplateProblem> problems = new ArrayList<>();
        addUnknown(definition.references(), problems);
        addUnknown(others.references(), problems);
        source.filled().problem().ifPresent(problems::add);
        problems.addAll(substitutions.problems(source.document(), definition.placeholders()));
        return new PlacedDefinition(
                Optional.of(id),
                name(),
                source.home(),
                source.document(),
                source.filled().document(),
                isExpress(),
                machines,
                problems);
    }

    private void addUnknown(Map<String, Position> references, List<TemplateProblem> problems) {
        references.forEach((reference, place) -> {
            if (!template.knows(reference)) {
                String name = reference.replaceFirst("\\..*", "");
                String remedy = template.similar(name)
                        .map("did you mean \"%s\"?"::formatted)
                        .orElse("write a name that it has");
                problems.add(TemplateProblem.of(
                        TemplateRule.UNKNOWN_NAME,
                        place,
                        "the template has no parameter or resource \"%s\"; %s (in Fn::Sub, write ${!%s} for literal text)"
                                .formatted(name, remedy, reference)));
            }
        });
    }
}
