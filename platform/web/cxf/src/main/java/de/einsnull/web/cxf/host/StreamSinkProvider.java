package de.einsnull.web.cxf.host;

import de.einsnull.web.api.ProblemException;
import de.einsnull.web.cxf.http.GuardedResponse;
import de.einsnull.web.cxf.problem.PlatformProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.sse.SseEventSinkContextProvider;
import org.apache.cxf.message.Message;

/**
 * Gives resources event streams that are bounded, unlike CXF's own. It names the interface again, because CXF asks the
 * class itself what it provides.
 */
final class StreamSinkProvider extends SseEventSinkContextProvider implements ContextProvider<SseEventSink> {

    private final EventStreams streams;

    StreamSinkProvider(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public SseEventSink createContext(Message message) {
        if (streams.isFull()) {
            throw new ProblemException(PlatformProblems.tooManyStreams());
        }
        return super.createContext(message);
    }

    @Override
    protected SseEventSink createSseEventSink(
            HttpServletRequest request,
            MessageBodyWriter<OutboundSseEvent> writer,
            AsyncResponse async,
            Integer bufferSize) {
        try {
            var response = (GuardedResponse) request.getAttribute(ModuleServlet.RESPONSE);
            var sink = new StreamSink(writer, async, request.getAsyncContext(), response, streams);
            request.setAttribute(StreamSink.ATTRIBUTE, sink);
            streams.add(sink);
            return sink;
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }
}
