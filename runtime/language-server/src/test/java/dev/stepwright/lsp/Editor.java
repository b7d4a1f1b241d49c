package dev.stepwright.lsp;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** An editor with one text, which talks to a server as editors do. In its texts {@code ‸} is the cursor. */
final class Editor implements AutoCloseable, LanguageClient {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> registered = new CompletableFuture<>();
    private final OutputStream toServer;
    private final Future<Integer> served;
    private final LanguageServer server;
    private final String uri;
    private final InitializeResult promised;
    private volatile boolean isBroken;
    private int version = 1;
    private Position cursor = new Position();
    private String text = "";

    Editor(String uri) throws Exception {
        this(uri, Duration.ofMillis(1));
    }

    /** @param pause how long nothing is typed until the server tells what it finds */
    Editor(String uri, Duration pause) throws Exception {
        this.uri = uri;
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        this.toServer = Channels.newOutputStream(requests.sink());
        InputStream atEditor = Channels.newInputStream(answers.source());
        this.served = threads.submit(() -> {
            try (OutputStream toEditor = Channels.newOutputStream(answers.sink())) {
                return AslLanguageServer.serve(Channels.newInputStream(requests.source()), toEditor, pause);
            }
        });
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(this, atEditor, toServer, threads, messages -> messages);
        launcher.startListening();
        this.server = launcher.getRemoteProxy();
        InitializeParams wanted = new InitializeParams();
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        wanted.setCapabilities(new ClientCapabilities(workspace, null, null));
        this.promised = answer(server.initialize(wanted));
        server.initialized(new InitializedParams());
        // Its answer comes behind what the server asks, so that this is answered, too.
        hover();
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
        type(text);
        return findings();
    }

    boolean isTold() {
        return !told.isEmpty();
    }

    /** Changes the text, and does not wait. */
    void type(String text) {
        send(List.of(new TextDocumentContentChangeEvent(read(text))));
    }

    /** Changes parts of the text, one after the other, and returns what is found then. */
    List<Diagnostic> edit(TextEdit... edits) throws Exception {
        send(Stream.of(edits)
                .map(edit -> new TextDocumentContentChangeEvent(edit.getRange(), edit.getNewText()))
                .toList());
        return findings();
    }

    private void send(List<TextDocumentContentChangeEvent> changes) {
        version++;
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), changes));
    }

    /** Changes the text to one after the other without waiting, and returns what is found in the last. */
    List<Diagnostic> changeQuickly(List<String> texts) throws Exception {
        for (String next : texts) {
            type(next);
        }
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
        text = marked.replace("‸", "");
        return text;
    }

    void placeCursor(Position place) {
        cursor = place;
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

    List<Range> highlights() throws Exception {
        return answer(server.getTextDocumentService()
                        .documentHighlight(new DocumentHighlightParams(document(), cursor)))
                .stream()
                .map(DocumentHighlight::getRange)
                .toList();
    }

    List<FoldingRange> folds() throws Exception {
        return answer(server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(document())));
    }

    /** Returns what is offered for a range, of some kinds, null for those that need not be asked for. */
    List<CodeAction> actions(Range range, @Nullable List<String> kinds) throws Exception {
        CodeActionContext context = new CodeActionContext(List.of());
        context.setOnly(kinds);
        return answer(server.getTextDocumentService().codeAction(new CodeActionParams(document(), range, context)))
                .stream()
                .map(Either::getRight)
                .toList();
    }

    /** Returns the quick fixes at the cursor by what they say, each with the text as it is then. */
    Map<String, String> fixes() throws Exception {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (CodeAction action : actions(new Range(cursor, cursor), List.of(CodeActionKind.QuickFix))) {
            fixed.put(action.getTitle(), after(action));
        }
        return fixed;
    }

    /** Returns the text as it is after an action. */
    String after(CodeAction action) {
        Tokens tokens = new Tokens(text);
        StringBuilder changed = new StringBuilder(text);
        action.getEdit().getChanges().getOrDefault(uri, List.of()).stream()
                .sorted(Comparator.comparingInt(
                                (TextEdit edit) -> tokens.offset(edit.getRange().getStart()))
                        .reversed())
                .forEach(edit -> changed.replace(
                        tokens.offset(edit.getRange().getStart()),
                        tokens.offset(edit.getRange().getEnd()),
                        edit.getNewText()));
        return changed.toString();
    }

    List<Diagnostic> fileChanged() throws Exception {
        server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
        return findings();
    }

    int shutDown() throws Exception {
        answer(server.shutdown());
        server.exit();
        return served.get(20, SECONDS);
    }

    /** Sends what no editor should, as it is, and returns what the server says to that. */
    String send(String bytes) throws Exception {
        isBroken = true;
        toServer.write(bytes.getBytes(StandardCharsets.US_ASCII));
        toServer.flush();
        return Objects.requireNonNull(logged.poll(20, SECONDS), "nothing is logged");
    }

    /** Returns the exit code of a server that goes by itself. */
    int code() throws Exception {
        return served.get(20, SECONDS);
    }

    /** Goes away without a word. */
    int die() throws Exception {
        toServer.close();
        return served.get(20, SECONDS);
    }

    /** Returns what the server wants to be told of. */
    String watched() throws Exception {
        return registered.get(20, SECONDS);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        registered.complete(params.getRegistrations().toString());
        return CompletableFuture.completedFuture(null);
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
        if (!isBroken) {
            throw new AssertionError(message);
        }
        logged.add(message.getMessage());
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        threads.shutdown();
    }
}
