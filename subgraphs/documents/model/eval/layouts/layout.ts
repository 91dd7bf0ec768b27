import type { FontFamily } from '../../page/fonts.ts';

/** How a page of a test document looks: what its content says is drawn by `typeset`. */
export interface Layout {
  readonly width: number;
  /** At least; a page grows with its content. */
  readonly height: number;
  readonly margin: number;
  /** Pixels to the em of plain text. */
  readonly size: number;
  /** From baseline to baseline, in ems. */
  readonly leading: number;
  readonly background: string;
  readonly ink: string;
  /** Of titles, rules and edges. */
  readonly accent: string;
  readonly align: 'left' | 'centre';
  readonly table: 'plain' | 'ruled' | 'grid' | 'striped';
  /** A coloured band behind what stands before the first rule or gap. */
  readonly band?: string;
  readonly frame?: boolean;
  /** Where the portrait of an identity document is. */
  readonly photo?: 'left' | 'right';
  /** `<` and `>` lines are bubbles of a chat. */
  readonly bubbles?: boolean;
  /** What forms are filled in with; default the font of the page. */
  readonly filledWith?: FontFamily;
}
