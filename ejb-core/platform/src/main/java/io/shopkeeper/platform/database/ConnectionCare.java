package io.shopkeeper.platform.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Gives a connection back where its transaction is rolled back, before the server counts what is
 * still open. EclipseLink does it in time on a commit only: a request that was refused after it had
 * read something left a handle to the pool, which took it back with an error in the log (IJ000315
 * of IronJacamar). Named in each {@code persistence.xml}.
 */
public final class ConnectionCare extends SessionEventAdapter {

  private static final System.Logger LOG = System.getLogger(ConnectionCare.class.getName());

  private volatile TransactionSynchronizationRegistry transactions;

  /**
   * Nothing is asked again within a call where the database fails: EclipseLink would try three
   * times and wait five seconds before each, which is for the caller to decide.
   */
  @Override
  public void preLogin(SessionEvent event) {
    if (event.getSession().getDatasourceLogin() instanceof DatabaseLogin login) {
      login.setQueryRetryAttemptCount(0);
    }
  }

  /**
   * Comes after the pool has noted the connection with the transaction: of those who are told of
   * the end, the last to register is the first to hear.
   */
  @Override
  public void postAcquireConnection(SessionEvent event) {
    if (event.getResult() instanceof Accessor accessor) {
      try {
        TransactionSynchronizationRegistry known = transactions();
        if (known.getTransactionStatus() == Status.STATUS_ACTIVE) {
          known.registerInterposedSynchronization(new Release(accessor));
        }
      } catch (NamingException absent) {
        LOG.log(System.Logger.Level.DEBUG, "no transactions here", absent);
      }
    }
  }

  /** Where the specification puts it: nothing of the name comes from outside. */
  @SuppressWarnings("BanJNDI")
  private TransactionSynchronizationRegistry transactions() throws NamingException {
    TransactionSynchronizationRegistry known = transactions;
    if (known == null) {
      known = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
      transactions = known;
    }
    return known;
  }

  private record Release(Accessor accessor) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // on a commit EclipseLink itself is in time
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_ROLLEDBACK) {
        accessor.closeJTSConnection();
      }
    }
  }
}
