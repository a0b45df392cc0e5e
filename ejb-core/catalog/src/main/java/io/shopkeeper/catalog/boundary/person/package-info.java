/**
 * Who is who, and what each allows: consent by purpose, visitors that turned out to be a customer,
 * and what a person did, as far as the person lets the shop use it.
 *
 * <pre>{@code
 * consents.decide(Subject.customer("c-7"), new ConsentChoice(false, null, null, "letter"), actor);
 * identities.link("c-7", "v-phone", "sign-in", actor);
 * histories.of("c-7", "v-phone", 300).personal(); // false: nothing was read
 * }</pre>
 */
package io.shopkeeper.catalog.boundary.person;
