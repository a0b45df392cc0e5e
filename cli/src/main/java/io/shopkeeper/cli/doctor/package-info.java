/** What this machine has, and what the shop would use of it. */
package io.shopkeeper.cli.doctor;
