import { z } from 'zod';

// The page's Content-Security-Policy forbids eval, which zod would try for speed.
z.config({ jitless: true });
