package de.einsnull.search.core.quality;

import java.util.List;

/** Answers a question with ids of documents, the best first. */
interface Answering {

    List<String> ask(String text) throws Exception;

    /** Mean of nDCG at ten over all questions of a collection; relevance is yes or no. */
    default double ndcg(Collection collection) throws Exception {
        double sum = 0;
        for (var query : collection.queries().entrySet()) {
            var answers = collection.answers().get(query.getKey());
            var found = ask(query.getValue());
            double gain = 0;
            double best = 0;
            for (int i = 0; i < 10; i++) {
                gain += i < found.size() && answers.contains(found.get(i)) ? discount(i) : 0;
                best += i < answers.size() ? discount(i) : 0;
            }
            sum += gain / best;
        }
        return sum / collection.queries().size();
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
