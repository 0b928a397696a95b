import { createTheme, type MantineColorsTuple } from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eeeffe',
  '#e0e2fd',
  '#c5c8fa',
  '#a5aaff',
  '#8187f5',
  '#6366f1',
  '#4f46e5',
  '#4338ca',
  '#3730a3',
  '#312e81',
];

/** What Mantine's parts take from the product's tokens. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 6 },
  colors: { indigo },
  fontFamily: 'var(--font-interface)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: '7px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', h: 32 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    // Its list is made when it is opened: kept from the start, all of it is drawn and placed with the page.
    Select: { defaultProps: { comboboxProps: { keepMounted: false } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, offset: 6 } },
    // The placeholder would be a child of the menu that is no item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, padding: 24, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { padding: 24, position: 'right', transitionProps: { duration: 140 } } },
  },
});
