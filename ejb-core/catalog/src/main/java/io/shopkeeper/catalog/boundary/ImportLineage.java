package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.ingest.LineageStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** From which imports the shop's behaviour data come, for the record of what is made from them. */
@Stateless
public class ImportLineage {

  private static final int MOST = 500;

  @Inject private LineageStore store;

  /** Imports that had brought events or ratings by a time, oldest first; the newest 500. */
  public List<Long> feeding(Instant until) {
    return store.done(EnumSet.of(ImportKind.EVENTS, ImportKind.RATINGS), until, MOST);
  }
}
