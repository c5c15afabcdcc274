package de.einsnull.search.rest;

import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;

/** What can go wrong, in words for people. */
final class SearchProblems {

    private SearchProblems() {}

    static ProblemException unavailable(SearchUnavailableException cause) {
        var problem = Problem.of(
                "search-unavailable",
                503,
                new Text("Suche nicht bereit", "Search not ready"),
                new Text(
                        "Die Suche ist gleich wieder da. Bitte in einigen Sekunden erneut versuchen.",
                        "The search will be back in a moment. Please try again in a few seconds."));
        return new ProblemException(problem, cause);
    }
}
