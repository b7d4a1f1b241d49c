package dev.stepwright.lsp;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
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
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** The definitions that the editor has open, and what it asks of them. Findings are told when a text has changed, of its last state only. */
final class Definitions implements TextDocumentService {
    private final Map<String, OpenDefinition> open = new ConcurrentHashMap<>();
    private final CompletableFuture<LanguageClient> editor = new CompletableFuture<>();
    private final Executor worker;

    /** @param worker does one thing after the other, beside the thread that takes messages */
    Definitions(Executor worker) {
        this.worker = worker;
    }

    /** Says whom to tell what is found. */
    void tell(LanguageClient client) {
        editor.complete(client);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var document = params.getTextDocument();
        changed(document.getUri(), document.getVersion(), document.getText());
    }

    /** The editor always sends the whole text. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        var changes = params.getContentChanges();
        if (!changes.isEmpty()) {
            changed(
                    params.getTextDocument().getUri(),
                    params.getTextDocument().getVersion(),
                    changes.get(changes.size() - 1).getText());
        }
    }

    /** Schemas and ignore files may have been saved, too. */
    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        open.values().forEach(this::tell);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        open.remove(uri);
        worker.execute(() -> editor.join().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }

    private void changed(String uri, int version, String text) {
        OpenDefinition definition = new OpenDefinition(uri, version, text);
        open.put(uri, definition);
        tell(definition);
    }

    private void tell(OpenDefinition definition) {
        worker.execute(() -> {
            if (isLast(definition)) {
                publish(definition);
            }
        });
    }

    private void publish(OpenDefinition definition) {
        try {
            editor.join()
                    .publishDiagnostics(new PublishDiagnosticsParams(
                            definition.uri(), Findings.of(definition), definition.version()));
        } catch (UncheckedIOException e) {
            editor.join()
                    .logMessage(new MessageParams(
                            MessageType.Error,
                            "what belongs to " + definition.file() + " cannot be read: " + e.getCause()));
        }
    }

    private boolean isLast(OpenDefinition definition) {
        return open.get(definition.uri()) == definition;
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(
                params.getTextDocument(),
                definition -> Either.forLeft(Completion.of(definition, params.getPosition())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return answer(
                params.getTextDocument(),
                definition -> Hints.of(definition, params.getPosition()).orElse(null),
                null);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return answer(
                params.getTextDocument(),
                definition -> Either.forLeft(StateNames.of(definition).declaration(params.getPosition())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return answer(
                params.getTextDocument(),
                definition -> StateNames.of(definition)
                        .references(params.getPosition(), params.getContext().isIncludeDeclaration()),
                List.of());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                params.getTextDocument(),
                definition -> Outline.of(definition).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList(),
                List.of());
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return answer(
                params.getTextDocument(),
                definition -> Renaming.at(definition, params.getPosition())
                        .map(name -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                                new PrepareRenameResult(name.range(), name.state())))
                        .orElse(null),
                null);
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return answer(
                params.getTextDocument(),
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

    /** Answers after all that was asked before. */
    private <T> CompletableFuture<T> answer(
            TextDocumentIdentifier document, Function<OpenDefinition, T> question, @Nullable T none) {
        return CompletableFuture.supplyAsync(
                () -> {
                    OpenDefinition definition = open.get(document.getUri());
                    return definition == null ? none : question.apply(definition);
                },
                worker);
    }
}
