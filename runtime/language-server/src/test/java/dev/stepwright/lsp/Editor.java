package dev.stepwright.lsp;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor with one text, which talks to a server as editors do. In its texts {@code ‸} is the cursor. */
final class Editor implements AutoCloseable, LanguageClient {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();
    private final OutputStream toServer;
    private final Future<Integer> served;
    private final LanguageServer server;
    private final String uri;
    private final InitializeResult promised;
    private int version = 1;
    private Position cursor = new Position();

    Editor(String uri) throws Exception {
        this.uri = uri;
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        this.toServer = Channels.newOutputStream(requests.sink());
        InputStream atEditor = Channels.newInputStream(answers.source());
        this.served = threads.submit(() -> {
            try (OutputStream toEditor = Channels.newOutputStream(answers.sink())) {
                return AslLanguageServer.serve(Channels.newInputStream(requests.source()), toEditor);
            }
        });
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(this, atEditor, toServer, threads, messages -> messages);
        launcher.startListening();
        this.server = launcher.getRemoteProxy();
        this.promised = answer(server.initialize(new InitializeParams()));
    }

    InitializeResult promised() {
        return promised;
    }

    static <T> T answer(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, SECONDS);
    }

    /** Opens a text and returns what is found in it. */
    List<Diagnostic> open(String text) throws Exception {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "asl", version, read(text))));
        return findings();
    }

    /** Changes the text and returns what is found in it. */
    List<Diagnostic> change(String text) throws Exception {
        version++;
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version),
                        List.of(new TextDocumentContentChangeEvent(read(text)))));
        return findings();
    }

    List<Diagnostic> save() throws Exception {
        server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(document()));
        return findings();
    }

    List<Diagnostic> close(String other) throws Exception {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(other)));
        return findings();
    }

    /** Returns what the server tells of the last text, waiting for it. */
    private List<Diagnostic> findings() throws Exception {
        while (true) {
            PublishDiagnosticsParams next = Objects.requireNonNull(told.poll(20, SECONDS), "nothing is told");
            if (next.getVersion() == null || next.getVersion() == version) {
                return next.getDiagnostics();
            }
        }
    }

    private String read(String marked) {
        int mark = marked.indexOf('‸');
        if (mark >= 0) {
            String before = marked.substring(0, mark);
            int line =
                    (int) before.chars().filter(character -> character == '\n').count();
            cursor = new Position(line, before.length() - before.lastIndexOf('\n') - 1);
        }
        return marked.replace("‸", "");
    }

    private TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri);
    }

    List<CompletionItem> completion() throws Exception {
        return answer(server.getTextDocumentService().completion(new CompletionParams(document(), cursor)))
                .getLeft();
    }

    Hover hover() throws Exception {
        return answer(server.getTextDocumentService().hover(new HoverParams(document(), cursor)));
    }

    List<Range> declaration() throws Exception {
        return answer(server.getTextDocumentService().definition(new DefinitionParams(document(), cursor)))
                .getLeft()
                .stream()
                .map(Location::getRange)
                .toList();
    }

    List<Range> references() throws Exception {
        return answer(server.getTextDocumentService()
                        .references(new ReferenceParams(document(), cursor, new ReferenceContext(false))))
                .stream()
                .map(location -> ((Location) location).getRange())
                .toList();
    }

    List<DocumentSymbol> outline() throws Exception {
        return answer(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document()))).stream()
                .map(symbol -> symbol.getRight())
                .toList();
    }

    List<TextEdit> rename(String name) throws Exception {
        return answer(server.getTextDocumentService().rename(new RenameParams(document(), cursor, name)))
                .getChanges()
                .getOrDefault(uri, List.of());
    }

    int shutDown() throws Exception {
        answer(server.shutdown());
        server.exit();
        return served.get(20, SECONDS);
    }

    /** Goes away without a word. */
    int die() throws Exception {
        toServer.close();
        return served.get(20, SECONDS);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        told.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object event) {
        throw new AssertionError(event);
    }

    @Override
    public void showMessage(MessageParams message) {
        throw new AssertionError(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError(request);
    }

    @Override
    public void logMessage(MessageParams message) {
        throw new AssertionError(message);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        threads.shutdown();
    }
}
