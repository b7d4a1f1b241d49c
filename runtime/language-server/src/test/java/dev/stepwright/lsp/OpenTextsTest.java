package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.Test;

class OpenTextsTest {
    /** Keeps what it is told. */
    private static final class Listening implements LanguageClient {
        final List<String> told = new ArrayList<>();

        @Override
        public void telemetryEvent(Object event) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams found) {
            told.add(found.getDiagnostics().size() + " findings");
        }

        @Override
        public void showMessage(MessageParams message) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams question) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams message) {
            told.add(message.getType() + " " + message.getMessage());
        }
    }

    @Test
    void a_check_that_breaks_is_told_to_the_editor() {
        Listening editor = new Listening();
        OpenTexts texts = new OpenTexts(Runnable::run, Runnable::run, Duration.ZERO, text -> {
            throw new IllegalStateException("a fault of a rule");
        });
        texts.tell(editor);

        texts.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem("file:///m/one.asl.json", "json", 1, "{}")));

        assertThat(editor.told)
                .singleElement()
                .asString()
                .startsWith("Error ")
                .contains("one.asl.json could not be checked", "a fault of a rule", "OpenTextsTest");
    }
}
