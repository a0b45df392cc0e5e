package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A placement that somebody has touched. Versions of its recipe are added, one of them is live; it
 * counts both, so that whoever holds its row can add the next.
 */
@Entity
@Table(name = "placement")
public class PlacementEntry {

  @Id private String name;

  @Column(name = "live_version")
  private int liveVersion;

  private int versions;
  private int publications;
  private String removed = "N";

  @Version private long edition;

  protected PlacementEntry() {}

  public PlacementEntry(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** 0 for the recipe that the product came with. */
  public int liveVersion() {
    return liveVersion;
  }

  /** How many recipes were saved; the newest has this version. */
  public int versions() {
    return versions;
  }

  /** How often a version went live; the last publication has this number. */
  public int publications() {
    return publications;
  }

  /** Greater after each change, at least 1. */
  public long edition() {
    return edition;
  }

  /** Whether the shop has it no more; its recipes stay, so that no version is given twice. */
  public boolean isRemoved() {
    return removed.equals("Y");
  }

  /** The shop has it no more. */
  public void remove() {
    removed = "Y";
  }

  /** The shop has it again, with its recipes. */
  public void revive() {
    removed = "N";
  }

  /** Counts one more recipe, and says which version it is. */
  public int nextVersion() {
    return ++versions;
  }

  /** Another version is live from now on; says the number of that publication. */
  public int publish(int version) {
    liveVersion = version;
    return ++publications;
  }
}
