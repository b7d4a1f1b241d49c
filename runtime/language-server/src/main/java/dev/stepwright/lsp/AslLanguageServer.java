package dev.stepwright.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * Serves one editor: it tells what is wrong with the definitions that are open, completes names of states, fields and paths, tells what a state starts
 * with, and finds and renames states.
 *
 * @see <a href="https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/">Language Server Protocol</a>
 */
public final class AslLanguageServer implements LanguageServer, WorkspaceService {
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** What belongs to definitions, or has some. */
    private static final List<String> WATCHED =
            List.of("**/*.schema.json", "**/*.asl.ignore.json", "**/*.asl.{json,yaml,yml}", "**/*.tf");

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final OpenTexts texts;
    private volatile boolean isShutDown;
    private volatile boolean canWatch;

    private AslLanguageServer(OpenTexts texts) {
        this.texts = texts;
    }

    /**
     * Serves an editor until it says that it is done, or closes the stream.
     *
     * @param in what the editor sends
     * @param out what is sent to it; nobody else may write there
     * @return the exit code that the protocol asks for: 0 if the editor has shut the server down before, else 1
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        return serve(in, out, PAUSE);
    }

    /** @param pause how long nothing is typed until findings are told */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows on the reader tells of the end of listening
    static int serve(InputStream in, OutputStream out, Duration pause) throws InterruptedException {
        ExecutorService reader = Executors.newSingleThreadExecutor(AslLanguageServer::thread);
        ExecutorService worker = Executors.newSingleThreadExecutor(AslLanguageServer::thread);
        ExecutorService checker = Executors.newSingleThreadExecutor(AslLanguageServer::thread);
        try {
            OpenTexts texts = new OpenTexts(worker, checker, pause, OpenText::findings);
            AslLanguageServer server = new AslLanguageServer(texts);
            Launcher<LanguageClient> launcher = new EditorConnection()
                    .setLocalService(server)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(reader)
                    .create();
            texts.tell(launcher.getRemoteProxy());
            launcher.startListening();
            reader.execute(() -> server.ended.complete(server.code()));
            return server.ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            worker.shutdown();
            checker.shutdown();
            // It ends with the stream; an interruption would only be logged.
            reader.shutdown();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stepwright-lsp");
        thread.setDaemon(true);
        return thread;
    }

    private int code() {
        return isShutDown ? 0 : 1;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        canWatch = Optional.ofNullable(params.getCapabilities())
                .map(ClientCapabilities::getWorkspace)
                .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                .filter(watched -> Boolean.TRUE.equals(watched.getDynamicRegistration()))
                .isPresent();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(sync);
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of("\"", "$", ".")));
        capabilities.setHoverProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(
                List.of(CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActions.ALL)));
        capabilities.setRenameProvider(new RenameOptions(true));
        return CompletableFuture.completedFuture(new InitializeResult(capabilities, new ServerInfo("Stepwright")));
    }

    /** Asks to be told of files that change beside those that are open. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // an editor that refuses goes on as it did
    public void initialized(InitializedParams params) {
        if (canWatch) {
            List<FileSystemWatcher> watched = WATCHED.stream()
                    .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
                    .toList();
            texts.register(new Registration(
                    "watch", "workspace/didChangeWatchedFiles", new DidChangeWatchedFilesRegistrationOptions(watched)));
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return CompletableFuture.completedFuture("");
    }

    @Override
    public void exit() {
        ended.complete(code());
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    /** There is nothing to be traced. */
    @Override
    public void setTrace(SetTraceParams params) {}

    /** There is nothing to be configured. */
    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {}

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        texts.tellAll();
    }
}
