package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.entity.OneTimeLink;
import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.entity.RecoveryCode;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The tables of people, their recovery codes and one-time links. */
@Dependent
public class PersonStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected PersonStore() {}

  /** For tests that bring their own entity manager. */
  public PersonStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Person> find(String username) {
    return Optional.ofNullable(entities.find(Person.class, username));
  }

  /** The person, so that nobody else changes it before this transaction ends. */
  public Optional<Person> lock(String username) {
    return Optional.ofNullable(
        entities.find(Person.class, username, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Everybody, locked in one order, so that two who remove each other's role wait in line. */
  public List<Person> lockAll() {
    return entities
        .createQuery("SELECT p FROM Person p ORDER BY p.username", Person.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Whom an identity provider knows by a subject. */
  public Optional<Person> bound(String issuer, String subject) {
    return entities
        .createQuery(
            "SELECT p FROM Person p WHERE p.provider = :issuer AND p.providerSubject = :subject",
            Person.class)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  public void add(Person person) {
    entities.persist(person);
    entities.flush();
  }

  public List<Person> all() {
    return entities
        .createQuery("SELECT p FROM Person p ORDER BY p.username", Person.class)
        .getResultList();
  }

  public boolean isEmpty() {
    return entities
        .createQuery("SELECT p.username FROM Person p", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The hashes of a person's recovery codes that are not used up. */
  public List<RecoveryCode> codes(String username) {
    return entities
        .createQuery(
            "SELECT c FROM RecoveryCode c WHERE c.username = :username AND c.usedAt IS NULL",
            RecoveryCode.class)
        .setParameter("username", username)
        .getResultList();
  }

  /** Puts new recovery codes in place of all old ones. */
  public void replaceCodes(String username, List<String> hashes) {
    entities
        .createQuery("DELETE FROM RecoveryCode c WHERE c.username = :username")
        .setParameter("username", username)
        .executeUpdate();
    hashes.forEach(hash -> entities.persist(new RecoveryCode(username, hash)));
  }

  /** The link with this token, so that it is used once. */
  public Optional<OneTimeLink> link(String tokenHash) {
    return Optional.ofNullable(
        entities.find(OneTimeLink.class, tokenHash, LockModeType.PESSIMISTIC_WRITE));
  }

  /** A person's links that are not used up. */
  public List<OneTimeLink> links(String username) {
    return entities
        .createQuery(
            "SELECT l FROM OneTimeLink l WHERE l.username = :username AND l.usedAt IS NULL",
            OneTimeLink.class)
        .setParameter("username", username)
        .getResultList();
  }

  public void add(OneTimeLink link) {
    entities.persist(link);
  }
}
