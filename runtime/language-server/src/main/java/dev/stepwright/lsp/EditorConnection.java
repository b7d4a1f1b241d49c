package dev.stepwright.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Connects a server with its editor. A message that cannot be read is told to the editor in a line, and the next one is taken. Behind a head that
 * cannot be read nobody knows where the next one begins: the connection ends.
 */
final class EditorConnection extends LSPLauncher.Builder<LanguageClient> {
    private @Nullable MessageJsonHandler handler;
    private @Nullable RemoteEndpoint endpoint;

    @Override
    protected MessageJsonHandler createJsonHandler() {
        MessageJsonHandler made = super.createJsonHandler();
        handler = made;
        return made;
    }

    @Override
    protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler messages) {
        RemoteEndpoint made = super.createRemoteEndpoint(messages);
        endpoint = made;
        return made;
    }

    @Override
    protected ConcurrentMessageProcessor createMessageProcessor(
            MessageProducer plain, MessageConsumer consumer, LanguageClient editor) {
        Messages messages =
                new Messages(input, Objects.requireNonNull(handler), Objects.requireNonNull(endpoint), editor);
        return super.createMessageProcessor(messages, consumer, editor);
    }

    private static final class Messages extends StreamMessageProducer {
        private final LanguageClient editor;
        private boolean isBehindHead;

        Messages(InputStream in, MessageJsonHandler handler, RemoteEndpoint endpoint, LanguageClient editor) {
            super(in, handler, endpoint);
            this.editor = editor;
        }

        @Override
        protected boolean handleMessage(InputStream in, Headers head) throws IOException {
            isBehindHead = true;
            try {
                return super.handleMessage(in, head);
            } finally {
                isBehindHead = false;
            }
        }

        @Override
        protected void fireError(Throwable error) {
            String problem =
                    String.valueOf(error.getMessage()).lines().findFirst().orElse("");
            String told = isBehindHead
                    ? "A message cannot be read and is left out: "
                    : "The head of a message cannot be read, so the connection ends: ";
            editor.logMessage(new MessageParams(MessageType.Error, told + problem));
            if (!isBehindHead) {
                close();
            }
        }
    }
}
