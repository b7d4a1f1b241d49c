package dev.stepwright.server.control;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.server.api.EncryptionConfiguration;
import dev.stepwright.server.api.LoggingConfiguration;
import dev.stepwright.server.api.TracingConfiguration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The revisions that there have been: executions show those with which they were started, whatever has become of the machine. */
final class Revisions {
    private static final String COLLECTION = "revision";

    private final DocumentStore documents;
    private final Definitions definitions;
    private final Map<String, Revision> known = new ConcurrentHashMap<>();
    private final Map<String, String> kept;

    Revisions(DocumentStore documents, Definitions definitions) {
        this.documents = documents;
        this.definitions = definitions;
        this.kept = documents.all(COLLECTION);
    }

    /** A revision as it is kept. */
    private record Document(
            @Nullable String id,
            String machineName,
            String type,
            String definition,
            String roleArn,
            LoggingConfiguration logging,
            TracingConfiguration tracing,
            EncryptionConfiguration encryption,
            Instant updateDate) {}

    private static String key(String machineKey, String revisionId) {
        return machineKey + " " + revisionId;
    }

    /** Keeps the present revision of a machine. */
    void keep(StateMachine machine) {
        Revision revision = machine.revision();
        String key = key(machine.key().toString(), revision.idOrInitial());
        if (known.containsKey(key)) {
            return;
        }
        Revision.Content content = revision.content();
        documents.put(
                COLLECTION,
                key,
                JsonText.compact(JavaValues.toJson(new Document(
                        revision.id(),
                        machine.name(),
                        machine.type(),
                        content.definition().text(),
                        content.roleArn(),
                        content.logging(),
                        content.tracing(),
                        content.encryption(),
                        revision.updateDate()))));
        known.put(key, revision);
    }

    /** Returns a revision by its id, or {@link Revision#INITIAL}. */
    Optional<Revision> find(String machineKey, String revisionId) {
        String key = key(machineKey, revisionId);
        Revision revision = known.get(key);
        if (revision == null && kept.containsKey(key)) {
            revision = read(kept.get(key));
            known.put(key, revision);
        }
        return Optional.ofNullable(revision);
    }

    private Revision read(String text) {
        Document document = JavaValues.fromJson(JsonDocument.parse(text).root(), Document.class);
        Definition definition = definitions.logged(
                definitions.restore(document.machineName, document.definition, document.type), document.logging);
        return new Revision(
                document.id,
                new Revision.Content(
                        definition, document.roleArn, document.logging, document.tracing, document.encryption),
                document.updateDate);
    }
}
