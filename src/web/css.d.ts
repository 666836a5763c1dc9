declare module '*.css'
declare module 'core-js/modules/*'
