package dev.stepwright.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The simple names that the source of a machine may use for types of others. */
final class ImportedNames {
    private static final Map<String, String> IMPORTS = Map.ofEntries(
            Map.entry("AslDefinition", "dev.stepwright.dsl.AslDefinition"),
            Map.entry("Context", "dev.stepwright.dsl.Context"),
            Map.entry("Dsl", "dev.stepwright.dsl.Dsl"),
            Map.entry("ErrorOutput", "dev.stepwright.dsl.ErrorOutput"),
            Map.entry("Errors", "dev.stepwright.dsl.Errors"),
            Map.entry("JsonProperty", "com.fasterxml.jackson.annotation.JsonProperty"),
            Map.entry("Halt", "dev.stepwright.dsl.Halt"),
            Map.entry("NeedsEnd", "dev.stepwright.dsl.NeedsEnd"),
            Map.entry("NeedsOtherwise", "dev.stepwright.dsl.NeedsOtherwise"),
            Map.entry("NeedsOtherwiseEnd", "dev.stepwright.dsl.NeedsOtherwiseEnd"),
            Map.entry("NeedsOtherwiseOrRule", "dev.stepwright.dsl.NeedsOtherwiseOrRule"),
            Map.entry("MachineReference", "dev.stepwright.dsl.MachineReference"),
            Map.entry("Retry", "dev.stepwright.dsl.Retry"),
            Map.entry("Resource", "dev.stepwright.dsl.Resource"),
            Map.entry("Batches", "dev.stepwright.dsl.items.Batches"),
            Map.entry("ItemFormat", "dev.stepwright.dsl.items.ItemFormat"),
            Map.entry("InventoryEntry", "dev.stepwright.dsl.items.InventoryEntry"),
            Map.entry("S3Object", "dev.stepwright.dsl.items.S3Object"),
            Map.entry("ItemReader", "dev.stepwright.dsl.items.ItemReader"),
            Map.entry("CsvFormat", "dev.stepwright.dsl.items.CsvFormat"),
            Map.entry("ExecutionType", "dev.stepwright.dsl.ExecutionType"),
            Map.entry("ResultFormat", "dev.stepwright.dsl.items.ResultFormat"),
            Map.entry("StateMachine", "dev.stepwright.dsl.StateMachine"),
            Map.entry("StateRef", "dev.stepwright.dsl.StateRef"),
            Map.entry("Step", "dev.stepwright.dsl.Step"),
            Map.entry("Terminal", "dev.stepwright.dsl.Terminal"),
            Map.entry("TypeRef", "dev.stepwright.dsl.TypeRef"),
            Map.entry("Var", "dev.stepwright.dsl.Var"),
            Map.entry("QueryLanguage", "dev.stepwright.asl.QueryLanguage"),
            Map.entry("DynamoDb", "dev.stepwright.dsl.service.DynamoDb"),
            Map.entry("EventBridge", "dev.stepwright.dsl.service.EventBridge"),
            Map.entry("Http", "dev.stepwright.dsl.service.Http"),
            Map.entry("Jobs", "dev.stepwright.dsl.service.Jobs"),
            Map.entry("Lambda", "dev.stepwright.dsl.service.Lambda"),
            Map.entry("S3", "dev.stepwright.dsl.service.S3"),
            Map.entry("Sns", "dev.stepwright.dsl.service.Sns"),
            Map.entry("Sqs", "dev.stepwright.dsl.service.Sqs"),
            Map.entry("Duration", "java.time.Duration"),
            Map.entry("Instant", "java.time.Instant"),
            Map.entry("List", "java.util.List"),
            Map.entry("JsonNode", "tools.jackson.databind.JsonNode"));
    private static final Set<String> OTHER_NAMES =
            Set.of("String", "Object", "Integer", "Class", "Record", "Override", "Void", "Number", "Boolean", "Double");

    private ImportedNames() {}

    /** Returns all of them, in a set that may be changed: no type of the source has such a name. */
    static Set<String> all() {
        Set<String> all = new HashSet<>(IMPORTS.keySet());
        all.addAll(OTHER_NAMES);
        return all;
    }

    static boolean has(String name) {
        return IMPORTS.containsKey(name) || OTHER_NAMES.contains(name);
    }

    /** Returns the full names of those in some source that have to be imported, in the order of the alphabet. */
    static Set<String> in(CharSequence source) {
        Set<String> used = new TreeSet<>();
        IMPORTS.forEach((simple, full) -> {
            if (Pattern.compile("(?<![A-Za-z0-9_.])" + simple + "(?![A-Za-z0-9_])")
                    .matcher(source)
                    .find()) {
                used.add(full);
            }
        });
        return used;
    }
}
