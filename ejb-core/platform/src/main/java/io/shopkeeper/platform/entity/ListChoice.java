package io.shopkeeper.platform.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The columns of a list that a person wants to see. */
@Entity
@Table(name = "list_choice")
public class ListChoice {

  @Id private String id;
  private String chosen;

  protected ListChoice() {}

  public ListChoice(String person, String list, String columns) {
    this.id = id(person, list);
    this.chosen = columns;
  }

  /** What names the choice of a person for a list. */
  public static String id(String person, String list) {
    return person + "/" + list;
  }

  /** Their names with commas between. */
  public String columns() {
    return chosen;
  }

  /** Chooses others. */
  public void replace(String newColumns) {
    chosen = newColumns;
  }
}
