package de.einsnull.search.rest;

import de.einsnull.search.api.Search;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The search of the whole platform, for machines. Finds what the asking person may find. */
@Path("/")
@Produces("application/json")
@PermitAll
@Tag(name = "Search", description = "Everything that modules let people find")
@Component(service = RestResource.class)
@RestModule(path = "/api/search", title = "Search", maxBodyInBytes = 1_024)
public final class SearchResource implements RestResource {

    private static final int MOST_SUGGESTIONS = 20;

    private final Search search;
    private final CurrentRequest request;

    /**
     * Creates the resource.
     *
     * @param search answers
     * @param request knows who asks
     */
    @Activate
    public SearchResource(@Reference Search search, @Reference CurrentRequest request) {
        this.search = search;
        this.request = request;
    }

    /**
     * Searches.
     *
     * @param text what is searched for
     * @param languages tags of languages, the best first
     * @param types only these types
     * @param facets {@code name:value}, of one name any, of different names all
     * @param offset how many hits are skipped
     * @param limit most hits
     */
    @GET
    @Operation(
            summary = "Search",
            description =
                    "Words, \"a phrase\", -without, title:word, facet:value. No text is an error; an empty one finds"
                            + " everything, the newest first. Marks are pairs of places in the text: from, to.")
    @ApiResponse(responseCode = "200", description = "What was found")
    @ApiResponse(
            responseCode = "503",
            description = "There is no index at the moment; Retry-After says when to come back")
    public ResultView search(
            @QueryParam("q") @DefaultValue("") String text,
            @Parameter(description = "Tags of languages, the best first; all if none") @QueryParam("lang")
                    List<String> languages,
            @Parameter(description = "Only these types") @QueryParam("type") List<String> types,
            @Parameter(description = "name:value") @QueryParam("facet") List<String> facets,
            @QueryParam("offset") @DefaultValue("0") @Min(0) @Max(SearchQuery.MAX_OFFSET) int offset,
            @QueryParam("limit") @DefaultValue("10") @Min(0) @Max(SearchQuery.MAX_LIMIT) int limit) {
        var query = query(text, languages, types).page(offset, limit);
        for (String facet : facets) {
            int colon = facet.indexOf(':');
            query = colon < 1 ? query : query.where(facet.substring(0, colon), facet.substring(colon + 1));
        }
        var asked = query;
        return answered(() -> ResultView.of(search.search(asked)));
    }

    private SearchQuery query(String text, List<String> languages, List<String> types) {
        return SearchQuery.of(text, request.identity())
                .in(languages.toArray(String[]::new))
                .ofTypes(types.stream().distinct().toArray(String[]::new));
    }

    /**
     * Suggests titles.
     *
     * @param text what was typed so far
     * @param languages tags of languages, the best first
     * @param limit most suggestions
     */
    @GET
    @Path("suggest")
    @Operation(summary = "Titles whose words begin with what was typed, in any order")
    @ApiResponse(responseCode = "200", description = "The suggestions, the best first")
    @ApiResponse(
            responseCode = "503",
            description = "There is no index at the moment; Retry-After says when to come back")
    public List<SuggestionView> suggest(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("lang") List<String> languages,
            @QueryParam("limit") @DefaultValue("8") @Min(1) @Max(MOST_SUGGESTIONS) int limit) {
        var asked = query(text, languages, List.of()).page(0, limit);
        return answered(
                () -> search.suggest(asked).stream().map(SuggestionView::of).toList());
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (SearchUnavailableException e) {
            throw SearchProblems.unavailable(e);
        }
    }
}
