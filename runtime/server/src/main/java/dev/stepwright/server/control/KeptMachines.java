package dev.stepwright.server.control;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.store.DocumentStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps state machines as documents, and finds them again when the server starts. */
record KeptMachines(DocumentStore documents, Revisions revisions) {
    private static final String COLLECTION = "stateMachine";

    /** A machine as it is kept; its revisions are kept by themselves. */
    private record Document(
            UUID key,
            String name,
            String type,
            Instant creationDate,
            boolean deleting,
            String revision,
            int published,
            List<Published> versions,
            List<Alias> aliases,
            Map<String, String> tags) {}

    /** A version as it is kept. */
    private record Published(
            int number, String revision, @Nullable String description, Instant creationDate) {}

    void put(StateMachine machine) {
        revisions.keep(machine);
        Document document = new Document(
                machine.key(),
                machine.name(),
                machine.type(),
                machine.creationDate(),
                machine.isDeleting(),
                machine.revision().idOrInitial(),
                machine.published(),
                machine.versions().values().stream()
                        .map(version -> new Published(
                                version.number(),
                                version.revision().idOrInitial(),
                                version.description(),
                                version.creationDate()))
                        .toList(),
                List.copyOf(machine.aliases().values()),
                machine.tags());
        documents.put(COLLECTION, machine.arn(), JsonText.compact(JavaValues.toJson(document)));
    }

    void remove(String arn) {
        documents.remove(COLLECTION, arn);
    }

    /** Returns the machines that were kept, by their ARNs. */
    Map<String, StateMachine> all() {
        Map<String, StateMachine> machines = new LinkedHashMap<>();
        documents.all(COLLECTION).forEach((arn, text) -> machines.put(arn, machine(arn, text)));
        return machines;
    }

    private StateMachine machine(String arn, String text) {
        Document document = JavaValues.fromJson(JsonDocument.parse(text).root(), Document.class);
        SortedMap<Integer, Version> versions = new TreeMap<>();
        for (Published version : document.versions) {
            versions.put(
                    version.number,
                    new Version(
                            version.number,
                            revision(arn, document, version.revision),
                            version.description,
                            version.creationDate));
        }
        SortedMap<String, Alias> aliases = new TreeMap<>();
        document.aliases.forEach(alias -> aliases.put(alias.name(), alias));
        return new StateMachine(
                document.key,
                arn,
                document.name,
                document.type,
                document.creationDate,
                document.deleting,
                revision(arn, document, document.revision),
                document.published,
                versions,
                aliases,
                document.tags);
    }

    private Revision revision(String arn, Document document, String id) {
        return revisions
                .find(document.key.toString(), id)
                .orElseThrow(() -> new IllegalStateException(
                        "the revision " + id + " of " + arn + " is missing: the data folder is damaged"));
    }
}
