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
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The search of the whole platform, for machines. Finds what the asking person may find. */
@Path("/")
@Produces("application/json")
@PermitAll
@Tag(name = "Search", description = "Everything that modules let people find")
@Component(service = RestResource.class)
@RestModule(path = "/api/search", title = "Search", maxBodyInBytes = 1_024)
public final class SearchResource implements RestResource {

    private static final int MOST_SUGGESTIONS = 20;

    /** Away while the search is updated; the resource stays and says so. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Search search;

    private final CurrentRequest request;

    /**
     * Creates the resource.
     *
     * @param request knows who asks
     */
    @Activate
    public SearchResource(@Reference CurrentRequest request) {
        this(request, null);
    }

    SearchResource(CurrentRequest request, Search search) {
        this.request = request;
        this.search = search;
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
        return answered(now -> ResultView.of(now.search(asked)));
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
                now -> now.suggest(asked).stream().map(SuggestionView::of).toList());
    }

    private <T> T answered(Function<Search, T> question) {
        try {
            var now = search;
            if (now == null) {
                throw new SearchUnavailableException("The search is being updated", Duration.ofSeconds(1), null);
            }
            return question.apply(now);
        } catch (SearchUnavailableException e) {
            throw SearchProblems.unavailable(e);
        }
    }
}
