package io.shopkeeper.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One named value that the running shop keeps, such as the secret that signs identity tokens. */
@Entity
@Table(name = "setting")
public class Setting {

  @Id
  @Column(name = "name", length = 120)
  private String name;

  @Column(name = "setting_value", length = 4000, nullable = false)
  private String value;

  protected Setting() {}

  public Setting(String name, String value) {
    this.name = name;
    this.value = value;
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /** Replaces the value. */
  public void change(String newValue) {
    value = newValue;
  }
}
