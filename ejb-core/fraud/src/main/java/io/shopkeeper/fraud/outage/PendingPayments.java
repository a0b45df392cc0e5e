package io.shopkeeper.fraud.outage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.decision.Judgement;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.ShopFiles;
import io.shopkeeper.platform.boundary.UnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decisions that were answered and that the database does not have yet: in the journal on disk,
 * found by the ids of their payments. What a server that died left is there after the next start.
 * Safe for several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PendingPayments {

  private static final String FILE = "payments.journal";
  private static final System.Logger LOG = System.getLogger(PendingPayments.class.getName());

  @Inject private ShopFiles files;
  @Inject private Settings settings;
  @Inject private OutageKeeper outages;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, JournalFile.Place> places = new LinkedHashMap<>();
  private JournalFile journal;
  private volatile int size;

  @PostConstruct
  void open() {
    try {
      journal = JournalFile.open(files.journals().resolve(FILE));
      int doubled = 0;
      Instant first = null;
      for (JournalFile.Place place : journal.found()) {
        Optional<JournalEntry> entry = readable(place);
        if (entry.isPresent()) {
          doubled += places.putIfAbsent(entry.get().id(), place) == null ? 0 : 1;
          first = first == null ? Instant.ofEpochMilli(entry.get().decision().decidedAt()) : first;
        }
      }
      size = places.size();
      if (doubled > 0) {
        journal.done(doubled);
      }
      tell(first);
    } catch (IOException problem) {
      throw new UncheckedIOException("SHOP-9063 The journal of payments cannot be read", problem);
    }
  }

  /** One that a later version wrote stays in the file, and keeps it from being emptied. */
  private Optional<JournalEntry> readable(JournalFile.Place place) throws IOException {
    byte[] bytes = journal.read(place);
    try {
      return Optional.of(JournalEntry.read(bytes));
    } catch (JsonProcessingException foreign) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-9068 A record of the journal of payments cannot be read and stays in it; start the version that wrote it",
          foreign);
      return Optional.empty();
    }
  }

  private void tell(Instant first) {
    if (journal.damaged() > 0) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-9062 The journal of payments is damaged in {0} places, and was copied to {1}.damaged; what is whole is made up for",
          Integer.toString(journal.damaged()),
          FILE);
    }
    if (size > 0) {
      outages.begin(Missing.STORAGE, first);
      outages.decided(Missing.STORAGE, size);
      LOG.log(
          System.Logger.Level.INFO,
          "SHOP-9064 {0} payments of the journal are made up for",
          Integer.toString(size));
    }
  }

  /**
   * Keeps decisions: when it returns they are on disk.
   *
   * @throws UnavailableException if the journal is full, or the disk refuses
   */
  public List<StoredDecision> keep(List<Judgement> judgements) {
    List<JournalEntry> entries = judgements.stream().map(JournalEntry::of).toList();
    List<JournalFile.Place> kept = append(entries.stream().map(JournalEntry::bytes).toList());
    lock.lock();
    try {
      for (int i = 0; i < entries.size(); i++) {
        places.put(entries.get(i).id(), kept.get(i));
      }
      size = places.size();
    } finally {
      lock.unlock();
    }
    outages.decided(Missing.STORAGE, entries.size());
    return entries.stream().map(JournalEntry::stored).toList();
  }

  private List<JournalFile.Place> append(List<byte[]> contents) {
    try {
      return journal.append(contents, OutageSettings.journal(settings));
    } catch (JournalFile.FullException full) {
      throw new UnavailableException(
          "The database does not answer, and the journal that keeps payments meanwhile is full"
              + " (setting fraud.journal-mb). Nothing was decided; ask again when the database is"
              + " back.",
          full);
    } catch (IOException refused) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-9065 The journal of payments cannot be written",
          refused);
      throw new UnavailableException(
          "The database does not answer, and the disk refuses the journal that keeps payments"
              + " meanwhile. Nothing was decided; ask again later.",
          refused);
    }
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Those of payments, by their ids. */
  public Map<String, JournalEntry> find(Collection<String> ids) {
    if (size == 0) {
      return Map.of();
    }
    Map<String, JournalEntry> found = new HashMap<>();
    lock.lock();
    try {
      for (String id : ids) {
        JournalFile.Place place = places.get(id);
        if (place != null) {
          found.put(id, read(place));
        }
      }
    } finally {
      lock.unlock();
    }
    return found;
  }

  /** Those that were kept first. */
  public List<JournalEntry> first(int most) {
    List<JournalEntry> found = new ArrayList<>();
    lock.lock();
    try {
      places.values().stream().limit(most).forEach(place -> found.add(read(place)));
    } finally {
      lock.unlock();
    }
    return found;
  }

  /** Their payments as features see them. */
  public List<Payment> payments() {
    return first(Integer.MAX_VALUE).stream().map(JournalEntry::seen).toList();
  }

  private JournalEntry read(JournalFile.Place place) {
    try {
      return JournalEntry.read(journal.read(place));
    } catch (IOException problem) {
      throw new UncheckedIOException("SHOP-9063 The journal of payments cannot be read", problem);
    }
  }

  /** These are in the database, or put aside there. */
  public void done(Collection<String> ids) {
    lock.lock();
    try {
      int gone = 0;
      for (String id : ids) {
        gone += places.remove(id) == null ? 0 : 1;
      }
      size = places.size();
      if (gone > 0) {
        journal.done(gone);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "SHOP-9063 The journal of payments cannot be emptied", problem);
    } finally {
      lock.unlock();
    }
  }

  @PreDestroy
  void close() {
    try {
      journal.close();
    } catch (IOException problem) {
      LOG.log(System.Logger.Level.DEBUG, "the journal was not closed", problem);
    }
  }
}
