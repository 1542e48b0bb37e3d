/**
 * Checks a handed-over package offline, with nothing of the project but this package.
 *
 * <p>Whoever receives evidence should not have to trust whoever sent it. So this package reads
 * every format by itself, takes what it trusts from one small file ({@link
 * org.sweetie.evidence.verify.Trust}), and names each check with the standard it follows: ZIP
 * (APPNOTE 6.3.10), CMS (RFC 5652, RFC 5083), BagIt (RFC 8493), Merkle proofs (RFC 9162), signed
 * notes and checkpoints (C2SP), Ed25519 (RFC 8032), AES-256-GCM (NIST SP 800-38D).
 */
@MayUse(libraries = {"org.bouncycastle", "tools.jackson"})
@NullMarked
package org.sweetie.evidence.verify;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
