package de.einsnull.bus.artemis.broker;

import org.apache.activemq.artemis.protocol.amqp.exceptions.ActiveMQAMQPException;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonDeliveryHandler;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/**
 * Ends a client's link as soon as a message on it is too large, and throws away what still comes. Used by the thread of
 * its connection only.
 */
final class BoundedReceiver implements ProtonDeliveryHandler {

    /** The only format that does not travel past the bound: Artemis would read its own formats in pieces. */
    private static final int STANDARD_FORMAT = 0;

    private final Receiver receiver;
    private final ProtonDeliveryHandler artemis;
    private final int maxMessageBytes;
    private boolean refused;

    BoundedReceiver(Receiver receiver, ProtonDeliveryHandler artemis, int maxMessageBytes) {
        this.receiver = receiver;
        this.artemis = artemis;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void onMessage(Delivery delivery) throws ActiveMQAMQPException {
        if (refused) {
            discard(delivery);
        } else if (delivery.getMessageFormat() != STANDARD_FORMAT) {
            refuse(delivery, AmqpError.NOT_IMPLEMENTED, "Only the standard message format is taken");
        } else if (delivery.available() > maxMessageBytes) {
            refuse(
                    delivery,
                    LinkError.MESSAGE_SIZE_EXCEEDED,
                    "The message is larger than " + maxMessageBytes + " bytes");
        } else {
            artemis.onMessage(delivery);
        }
    }

    private void refuse(Delivery delivery, Symbol condition, String description) throws ActiveMQAMQPException {
        refused = true;
        artemis.close(new ErrorCondition(condition, description));
        receiver.close();
        // Not settled: the end of the link tells the client why, and to settle first would tell it nothing.
        skip(delivery);
    }

    private void discard(Delivery delivery) {
        if (skip(delivery)) {
            delivery.settle();
        }
    }

    /** Frees what has come of a message, and says whether that was its end. */
    private boolean skip(Delivery delivery) {
        if (receiver.current() != delivery) {
            return false;
        }
        receiver.recv();
        return !delivery.isPartial() && receiver.advance();
    }

    @Override
    public void onFlow(int credits, boolean drain) {
        if (!refused) {
            artemis.onFlow(credits, drain);
        }
    }

    @Override
    public void close(boolean remoteLinkClose) throws ActiveMQAMQPException {
        if (!refused) {
            artemis.close(remoteLinkClose);
        }
    }

    @Override
    public void close(ErrorCondition condition) throws ActiveMQAMQPException {
        artemis.close(condition);
    }
}
