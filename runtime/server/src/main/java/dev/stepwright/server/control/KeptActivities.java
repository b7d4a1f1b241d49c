package dev.stepwright.server.control;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.store.DocumentStore;
import java.util.List;

/** Keeps activities as documents, and finds them again when the server starts. */
record KeptActivities(DocumentStore documents) {
    private static final String COLLECTION = "activity";

    void put(Activity activity) {
        documents.put(COLLECTION, activity.arn(), JsonText.compact(JavaValues.toJson(activity)));
    }

    void remove(String arn) {
        documents.remove(COLLECTION, arn);
    }

    List<Activity> all() {
        return documents.all(COLLECTION).values().stream()
                .map(text -> JavaValues.fromJson(JsonDocument.parse(text).root(), Activity.class))
                .toList();
    }
}
