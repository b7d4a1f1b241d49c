package dev.stepwright.lsp;

import dev.stepwright.json.FileProblems;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
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
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** The texts that the editor has open, and what it asks of them. Findings are told when a text has changed, of its last state only. */
final class OpenTexts implements TextDocumentService {
    private final Map<String, OpenText> open = new ConcurrentHashMap<>();
    private final CompletableFuture<LanguageClient> editor = new CompletableFuture<>();
    private final Executor worker;
    private final Executor checker;
    private final Executor idle;
    private final Function<OpenText, List<Found>> check;

    /**
     * @param worker answers one thing after the other, beside the thread that takes messages
     * @param checker finds what is wrong in one text after the other, so that no answer waits for it
     * @param pause how long nothing is typed until findings are looked for
     * @param check what is wrong in a text
     */
    OpenTexts(Executor worker, Executor checker, Duration pause, Function<OpenText, List<Found>> check) {
        this.worker = worker;
        this.checker = checker;
        this.check = check;
        this.idle = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, checker);
    }

    /** Says whom to tell what is found. */
    void tell(LanguageClient client) {
        editor.complete(client);
    }

    /** Asks the editor to tell of something; one that does not want to, need not. */
    CompletableFuture<Void> register(Registration wanted) {
        return editor.join().registerCapability(new RegistrationParams(List.of(wanted)));
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var document = params.getTextDocument();
        changed(new OpenText(document.getUri(), document.getVersion(), document.getText()), checker);
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        var document = params.getTextDocument();
        OpenText text = open.get(document.getUri());
        if (text != null) {
            changed(text.changed(document.getVersion(), params.getContentChanges()), idle);
        }
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        tellAll();
    }

    /** Tells all that is found anew: schemas and ignore files, or definitions that templates name, may be other ones now. */
    void tellAll() {
        open.replaceAll((uri, text) -> text.again());
        open.values().forEach(text -> tell(text, checker));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        open.remove(uri);
        checker.execute(() -> editor.join().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }

    private void changed(OpenText text, Executor teller) {
        open.put(text.uri(), text);
        tell(text, teller);
    }

    /** Tells what is found in a text, unless there is another one by then. */
    private void tell(OpenText text, Executor teller) {
        teller.execute(() -> {
            if (isOpen(text)) {
                publish(text);
            }
        });
    }

    private boolean isOpen(OpenText text) {
        return open.get(text.uri()) == text;
    }

    private void publish(OpenText text) {
        try {
            List<Diagnostic> found = check.apply(text).stream().map(Found::told).toList();
            if (isOpen(text)) {
                editor.join().publishDiagnostics(new PublishDiagnosticsParams(text.uri(), found, text.version()));
            }
        } catch (UncheckedIOException e) {
            String problem = FileProblems.of(Objects.requireNonNull(e.getCause()));
            log("what belongs to " + text.file() + " cannot be read: " + problem);
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            log(text.file() + " could not be checked, by a fault of Stepwright; please report it with this: " + trace);
        }
    }

    private void log(String problem) {
        editor.join().logMessage(new MessageParams(MessageType.Error, problem));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(
                params.getTextDocument(),
                text -> Either.forLeft(Completion.of(text, params.getPosition())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return answerAt(
                params, definition -> Hints.of(definition, params.getPosition()).orElse(null), null);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return answerAt(
                params,
                definition -> Either.forLeft(new StateNames(definition).declaration(params.getPosition())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return answerAt(
                params,
                definition -> new StateNames(definition)
                        .references(params.getPosition(), params.getContext().isIncludeDeclaration()),
                List.of());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                params.getTextDocument(),
                text -> Outline.of(text).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList(),
                List.of());
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return answerAt(
                params,
                definition -> Renaming.at(definition, params.getPosition())
                        .map(name -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                                new PrepareRenameResult(name.range(), name.state())))
                        .orElse(null),
                null);
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return answerAt(
                params,
                definition -> {
                    try {
                        return Renaming.of(definition, params.getPosition(), params.getNewName());
                    } catch (IllegalArgumentException e) {
                        throw new ResponseErrorException(
                                new ResponseError(ResponseErrorCode.InvalidParams, e.getMessage(), null));
                    }
                },
                new WorkspaceEdit());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return answerAt(params, definition -> new StateNames(definition).highlights(params.getPosition()), List.of());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(params.getTextDocument(), Outline::folds, List.of());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(
                params.getTextDocument(),
                text -> CodeActions.of(text, params.getRange(), params.getContext()).stream()
                        .map(Either::<Command, CodeAction>forRight)
                        .toList(),
                List.of());
    }

    /** Answers of the definition that a place is in. */
    private <T> CompletableFuture<T> answerAt(
            TextDocumentPositionParams place, Function<OpenDefinition, @Nullable T> question, @Nullable T none) {
        return answer(
                place.getTextDocument(),
                text -> text.at(place.getPosition()).map(question).orElse(none),
                none);
    }

    /** Answers after all that was asked before. */
    private <T> CompletableFuture<T> answer(
            TextDocumentIdentifier document, Function<OpenText, @Nullable T> question, @Nullable T none) {
        return CompletableFuture.supplyAsync(
                () -> {
                    OpenText text = open.get(document.getUri());
                    return text == null ? none : question.apply(text);
                },
                worker);
    }
}
