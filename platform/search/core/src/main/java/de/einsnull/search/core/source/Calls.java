package de.einsnull.search.core.source;

import de.einsnull.guard.api.Kind;
import de.einsnull.search.api.SearchDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks sources, whose code is not ours, on threads of their own and for a limited time. What they give is written by the
 * thread that asks: an interrupt within the index would close it.
 */
public final class Calls implements AutoCloseable {

    /** Most documents of one type. */
    static final int MOST_DOCUMENTS = 1_000_000;

    private static final int MOST_THREADS = 16;

    private final Duration answerLimit;
    private final Duration progressLimit;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                var thread = new Thread(work, "search-source");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Sets limits.
     *
     * @param answerLimit for one document
     * @param progressLimit between two documents when all are read
     */
    public Calls(Duration answerLimit, Duration progressLimit) {
        this.answerLimit = answerLimit;
        this.progressLimit = progressLimit;
    }

    /** One thing in all its languages, empty if it is gone. */
    List<SearchDocument> one(Contributed from, String id) throws SourceFailedException {
        var answer = submit(from, () -> {
            var documents = List.copyOf(from.source().document(id));
            documents.forEach(document -> require(from, id, document));
            return documents;
        });
        return result(from, answer, answerLimit);
    }

    private static void require(Contributed from, String id, SearchDocument document) {
        if (!document.type().equals(from.name()) || !document.id().equals(id)) {
            throw new IllegalArgumentException(
                    "Asked for " + from.name() + "/" + id + " and got " + document.type() + "/" + document.id());
        }
    }

    /** All things, one after the other. */
    void all(Contributed from, Consumer<List<SearchDocument>> things) throws SourceFailedException {
        var stream = new Stream(from.name(), threads::isShutdown);
        var answer = submit(from, () -> {
            try {
                from.source().documents(stream::give);
            } finally {
                stream.end();
            }
            return null;
        });
        try {
            int count = 0;
            for (var thing = stream.next(progressLimit); !thing.isEmpty(); thing = stream.next(progressLimit)) {
                things.accept(thing);
                count += thing.size();
                if (count > MOST_DOCUMENTS) {
                    throw new SourceFailedException(
                            Kind.TOO_LARGE, from.name() + " gave more than " + MOST_DOCUMENTS + " documents", null);
                }
            }
            result(from, answer, answerLimit);
        } catch (TimeoutException e) {
            throw new SourceFailedException(Kind.TIMED_OUT, from.name() + " gave nothing for " + progressLimit, e);
        } finally {
            stream.stop();
            answer.cancel(true);
        }
    }

    private <T> Future<T> submit(Contributed from, java.util.concurrent.Callable<T> task) throws SourceFailedException {
        try {
            return threads.submit(() -> {
                var thread = Thread.currentThread();
                var before = thread.getContextClassLoader();
                // The thread shows whose code it runs, so that what is left behind can be told.
                thread.setContextClassLoader(from.source().getClass().getClassLoader());
                try {
                    return task.call();
                } finally {
                    thread.setContextClassLoader(before);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new SourceFailedException(Kind.STUCK, "No thread is left: sources do not come back", e);
        }
    }

    private static <T> T result(Contributed from, Future<T> answer, Duration limit) throws SourceFailedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new SourceFailedException(Kind.THREW, from.name() + " failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SourceFailedException(Kind.TIMED_OUT, from.name() + " did not answer within " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new SourceFailedException(Kind.THREW, "The search stops", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
